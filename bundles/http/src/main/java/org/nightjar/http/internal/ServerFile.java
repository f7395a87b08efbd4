package org.nightjar.http.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code run/server.json}: tells the command line where the server of a data folder listens. */
final class ServerFile {
  private final Path file;

  ServerFile(Path data) {
    this.file = data.resolve("run").resolve("server.json");
  }

  /** Writes the file, whole or not at all. */
  void write(String host, int port, Token token) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("pid", ProcessHandle.current().pid());
      json.writeStringField("host", host);
      json.writeNumberField("port", port);
      json.writeStringField("token", token.text());
      json.writeEndObject();
    }
    Path unfinished = file.resolveSibling("server.json.new");
    Files.deleteIfExists(unfinished);
    OwnerOnly.create(unfinished, text.toString());
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  void remove() throws IOException {
    Files.deleteIfExists(file);
  }
}
