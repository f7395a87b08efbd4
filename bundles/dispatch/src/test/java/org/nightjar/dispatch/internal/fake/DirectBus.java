package org.nightjar.dispatch.internal.fake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nightjar.bus.Address;
import org.nightjar.bus.Bus;
import org.nightjar.bus.Registration;
import org.nightjar.bus.Topic;

/** A bus that calls straight through. */
public final class DirectBus implements Bus {
  private final Map<String, Function<Object, CompletionStage<?>>> owners =
      new ConcurrentHashMap<>();
  private final Map<String, List<Consumer<Object>>> listeners = new ConcurrentHashMap<>();

  @Override
  public <Q, R> Registration serve(Address<Q, R> address, Function<Q, CompletionStage<R>> handler) {
    owners.put(address.name(), question -> handler.apply(address.question().cast(question)));
    return () -> owners.remove(address.name());
  }

  @Override
  public <Q, R> CompletableFuture<R> request(Address<Q, R> address, Q question, Duration atMost) {
    return owners
        .get(address.name())
        .apply(question)
        .thenApply(address.answer()::cast)
        .toCompletableFuture();
  }

  @Override
  public <T> void publish(Topic<T> topic, T event) {
    listeners.getOrDefault(topic.name(), List.of()).forEach(listener -> listener.accept(event));
  }

  @Override
  public <T> Registration subscribe(Topic<T> topic, Consumer<T> listener) {
    Consumer<Object> untyped = event -> listener.accept(topic.type().cast(event));
    listeners.computeIfAbsent(topic.name(), name -> new CopyOnWriteArrayList<>()).add(untyped);
    return () -> listeners.get(topic.name()).remove(untyped);
  }
}
