package org.nightjar.store.internal;

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

/** A bus that remembers what was told. */
final class RecordingBus implements Bus {
  private final List<Object> events = new CopyOnWriteArrayList<>();

  /** Events of one type since the last call of this kind. */
  <T> List<T> take(Class<T> type) {
    List<T> taken = events.stream().filter(type::isInstance).map(type::cast).toList();
    events.removeIf(type::isInstance);
    return taken;
  }

  @Override
  public <T> void publish(Topic<T> topic, T event) {
    events.add(event);
  }

  @Override
  public <Q, R> Registration serve(Address<Q, R> address, Function<Q, CompletionStage<R>> handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <Q, R> CompletableFuture<R> request(Address<Q, R> address, Q question, Duration atMost) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> Registration subscribe(Topic<T> topic, Consumer<T> listener) {
    throw new UnsupportedOperationException();
  }
}
