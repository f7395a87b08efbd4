package org.nightjar.http.internal;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A request's body as a blocking stream. It asks the client for a few pieces ahead of what has been
 * read, so a large body takes little memory and a small one does not wait for each piece.
 */
final class RequestBody extends InputStream {
  private static final Object END = new Object();

  /** How many pieces, of 8 kB mostly, may wait to be read. */
  private static final int AHEAD = 8;

  /** More was sent than is allowed. */
  static final class TooLarge extends IOException {
    TooLarge(long most) {
      super("the body has more than " + most + " bytes");
    }
  }

  private final HttpServerRequest request;
  private final Context context;
  private final long most;
  private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
  private Buffer piece = Buffer.buffer();
  private int position;
  private int readSinceAsked;
  private long seen;
  private boolean ended;

  /** Pauses the request; called on its event loop. */
  RequestBody(HttpServerRequest request, Context context, long most) {
    this.request = request;
    this.context = context;
    this.most = most;
    request.pause();
    request.handler(arrived::add);
    request.endHandler(end -> arrived.add(END));
    request.exceptionHandler(arrived::add);
    request.fetch(AHEAD);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    while (position == piece.length()) {
      if (ended) {
        return -1;
      }
      next();
    }
    int count = Math.min(length, piece.length() - position);
    piece.getBytes(position, position + count, target, offset);
    position += count;
    return count;
  }

  private void next() throws IOException {
    Object item = take();
    if (item instanceof Buffer more) {
      askForMore();
      seen += more.length();
      if (seen > most) {
        ended = true;
        throw new TooLarge(most);
      }
      piece = more;
      position = 0;
    } else {
      ended = true;
      if (item instanceof Throwable failure) {
        throw new IOException("the client stopped sending", failure);
      }
    }
  }

  private void askForMore() {
    readSinceAsked++;
    if (readSinceAsked == AHEAD / 2) {
      readSinceAsked = 0;
      context.runOnContext(
          go -> {
            if (!request.isEnded()) {
              request.fetch(AHEAD / 2);
            }
          });
    }
  }

  private Object take() throws IOException {
    try {
      return arrived.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted while reading").initCause(e);
    }
  }

  /** Lets the rest of the body pass by, so that the client gets to read the answer. */
  @Override
  public void close() {
    context.runOnContext(
        go -> {
          if (!request.isEnded()) {
            request.handler(rest -> {});
            request.resume();
          }
        });
  }
}
