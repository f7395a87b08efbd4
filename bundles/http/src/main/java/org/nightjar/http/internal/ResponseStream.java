package org.nightjar.http.internal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * An answer as a blocking stream: sends when it is flushed or has enough, and waits until the
 * socket has taken what was sent, so a slow client holds back the writer and fills no memory.
 */
final class ResponseStream extends OutputStream {
  private static final int ENOUGH = 16 * 1024;

  private final HttpServerResponse response;
  private final Context context;
  private final Runnable failed;
  private Buffer waiting = Buffer.buffer();
  private boolean closed;

  /** Calls {@code failed} when the client takes no more. */
  ResponseStream(HttpServerResponse response, Context context, Runnable failed) {
    this.response = response;
    this.context = context;
    this.failed = failed;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, source.length);
    if (closed) {
      throw new IOException("the answer is finished");
    }
    waiting.appendBytes(source, offset, length);
    if (waiting.length() >= ENOUGH) {
      flush();
    }
  }

  @Override
  public void flush() throws IOException {
    if (waiting.length() > 0) {
      Buffer full = waiting;
      waiting = Buffer.buffer();
      await(() -> response.write(full));
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      flush();
      await(response::end);
    }
  }

  private void await(Supplier<Future<Void>> action) throws IOException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    context.runOnContext(
        go -> {
          try {
            action.get().onSuccess(done::complete).onFailure(done::completeExceptionally);
          } catch (IllegalStateException e) { // the connection is closed
            done.completeExceptionally(e);
          }
        });
    try {
      done.get();
    } catch (ExecutionException e) {
      failed.run();
      throw new IOException("the client has gone", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted while writing").initCause(e);
    }
  }
}
