package org.nightjar.intake.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nightjar.bus.Address;
import org.nightjar.bus.Bus;
import org.nightjar.bus.Registration;
import org.nightjar.bus.Topic;

/** A bus that tells events on the publisher's thread. */
public final class LocalBus implements Bus {
  private record Listener<T>(Topic<T> topic, Consumer<T> consumer) {
    void hear(Topic<?> told, Object event) {
      if (topic.equals(told)) {
        consumer.accept(topic.type().cast(event));
      }
    }
  }

  private final List<Listener<?>> listeners = new CopyOnWriteArrayList<>();

  @Override
  public <T> void publish(Topic<T> topic, T event) {
    listeners.forEach(listener -> listener.hear(topic, event));
  }

  @Override
  public <T> Registration subscribe(Topic<T> topic, Consumer<T> listener) {
    Listener<T> one = new Listener<>(topic, listener);
    listeners.add(one);
    return () -> listeners.remove(one);
  }

  @Override
  public <Q, R> Registration serve(Address<Q, R> address, Function<Q, CompletionStage<R>> handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <Q, R> CompletableFuture<R> request(Address<Q, R> address, Q question, Duration atMost) {
    throw new UnsupportedOperationException();
  }
}
