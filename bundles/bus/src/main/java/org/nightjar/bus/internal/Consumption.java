package org.nightjar.bus.internal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nightjar.bus.Registration;

/** A consumer on the bus until closed. */
final class Consumption implements Registration {
  private static final long CLOSE_AT_MOST_SECONDS = 5;

  private final MessageConsumer<Object> consumer;
  private final Context context;
  private final Runnable end;
  private final AtomicBoolean open = new AtomicBoolean(true);

  Consumption(MessageConsumer<Object> consumer, Context context, Runnable end) {
    this.consumer = consumer;
    this.context = context;
    this.end = end;
  }

  /** Whether messages are still to be handled. */
  boolean open() {
    return open.get();
  }

  @Override
  public void close() {
    if (!open.getAndSet(false)) {
      return;
    }
    Future<Void> gone = consumer.unregister();
    // Messages are handled on the consumer's context, one after another: what runs there after the
    // consumer is gone runs after its last message.
    CountDownLatch quiet = new CountDownLatch(1);
    gone.onComplete(ignored -> context.runOnContext(nothing -> quiet.countDown()));
    try {
      if (Vertx.currentContext() != context
          && !quiet.await(CLOSE_AT_MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a handler on the bus blocks: " + consumer.address());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end.run();
    }
  }
}
