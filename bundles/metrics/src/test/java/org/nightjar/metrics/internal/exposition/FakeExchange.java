package org.nightjar.metrics.internal.exposition;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.nightjar.http.Exchange;

/** A request without anything in it; keeps the answer. */
final class FakeExchange implements Exchange {
  int status;
  String contentType;
  byte[] body;

  @Override
  public String pathParameter(String name) {
    throw new IllegalArgumentException(name);
  }

  @Override
  public Optional<String> query(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.empty();
  }

  @Override
  public void answerHeader(String name, String value) {
    throw new IllegalStateException("the answer has no headers of its own");
  }

  @Override
  public InputStream body() {
    return new ByteArrayInputStream(new byte[0]);
  }

  @Override
  public void respond(int answered, String type, byte[] content) {
    status = answered;
    contentType = type;
    body = content;
  }

  @Override
  public OutputStream stream(int answered, String type) {
    throw new IllegalStateException("the answer is one piece");
  }

  @Override
  public boolean gone() {
    return false;
  }
}
