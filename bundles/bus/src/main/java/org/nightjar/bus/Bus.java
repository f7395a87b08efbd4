package org.nightjar.bus;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The event bus. Owned by the platform; plugins never see it. Handlers must not block: what takes
 * time answers later by the stage it returns.
 */
@ProviderType
public interface Bus {
  /**
   * Answers questions at an address, which has one owner at a time.
   *
   * @throws IllegalStateException if the address is taken
   */
  <Q, R> Registration serve(Address<Q, R> address, Function<Q, CompletionStage<R>> handler);

  /**
   * Asks a question.
   *
   * @return completes exceptionally with {@link org.nightjar.api.error.NightjarException}: {@code
   *     UNAVAILABLE} at once if nobody owns the address, {@code DEADLINE_PASSED} after the time
   *     given, else what the handler failed with
   */
  <Q, R> CompletableFuture<R> request(Address<Q, R> address, Q question, Duration atMost);

  /** Tells an event to all who listen now. */
  <T> void publish(Topic<T> topic, T event);

  /** Listens. Events come one at a time, in the order in which one publisher told them. */
  <T> Registration subscribe(Topic<T> topic, Consumer<T> listener);
}
