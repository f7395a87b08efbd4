package org.nightjar.bus.internal;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.bus.Address;
import org.nightjar.bus.Bus;
import org.nightjar.bus.Registration;
import org.nightjar.bus.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bus over the event bus of Vert.x. */
final class VertxBus implements Bus {
  private static final Logger LOG = LoggerFactory.getLogger(VertxBus.class);

  private final Vertx vertx;
  private final EventBus events;
  private final Set<String> owned = ConcurrentHashMap.newKeySet();

  VertxBus(Vertx vertx) {
    this.vertx = vertx;
    this.events = vertx.eventBus();
    events.registerCodec(new ReferenceCodec());
  }

  @Override
  public <Q, R> Registration serve(Address<Q, R> address, Function<Q, CompletionStage<R>> handler) {
    if (!owned.add(address.name())) {
      throw new IllegalStateException("address " + address.name() + " is taken");
    }
    return consume(
        address.name(),
        message -> answer(address, handler, message),
        message -> message.reply(unavailable(address.name()), options()),
        () -> owned.remove(address.name()));
  }

  @Override
  public <T> Registration subscribe(Topic<T> topic, Consumer<T> listener) {
    return consume(
        topic.name(),
        message -> {
          try {
            listener.accept(topic.type().cast(message.body()));
          } catch (RuntimeException e) {
            LOG.error("a listener of {} failed", topic.name(), e);
          }
        },
        message -> {},
        () -> {});
  }

  @Override
  public <Q, R> CompletableFuture<R> request(Address<Q, R> address, Q question, Duration atMost) {
    CompletableFuture<R> future = new CompletableFuture<>();
    DeliveryOptions options = options().setSendTimeout(Math.max(1, atMost.toMillis()));
    events
        .<Reply>request(address.name(), address.question().cast(question), options)
        .onComplete(
            message -> receive(address, message.body(), future),
            failure -> future.completeExceptionally(failed(address.name(), failure)));
    return future;
  }

  @Override
  public <T> void publish(Topic<T> topic, T event) {
    events.publish(topic.name(), topic.type().cast(event), options());
  }

  private Registration consume(
      String name, Consumer<Message<Object>> open, Consumer<Message<Object>> closed, Runnable end) {
    // The consumer takes the context of the thread it is made on: this one.
    Context context = vertx.getOrCreateContext();
    MessageConsumer<Object> consumer = events.localConsumer(name);
    Consumption consumption = new Consumption(consumer, context, end);
    consumer.handler(message -> (consumption.open() ? open : closed).accept(message));
    return consumption;
  }

  private <Q, R> void answer(
      Address<Q, R> address, Function<Q, CompletionStage<R>> handler, Message<Object> message) {
    CompletionStage<R> stage;
    try {
      stage = handler.apply(address.question().cast(message.body()));
    } catch (RuntimeException e) {
      stage = CompletableFuture.failedFuture(e);
    }
    stage.whenComplete(
        (answer, failure) -> message.reply(Reply.of(answer, failure, address.name()), options()));
  }

  private static <R> void receive(Address<?, R> address, Reply reply, CompletableFuture<R> future) {
    if (reply.problem() != null) {
      future.completeExceptionally(new NightjarException(reply.problem()));
    } else if (address.answer().isInstance(reply.answer())) {
      future.complete(address.answer().cast(reply.answer()));
    } else {
      future.completeExceptionally(
          NightjarException.of(
              StandardError.INTERNAL,
              "the owner answered with a " + reply.answer().getClass().getName(),
              address.name(),
              ""));
    }
  }

  private static NightjarException failed(String address, Throwable failure) {
    if (!(failure instanceof ReplyException reply)) {
      return new NightjarException(
          Problem.of(StandardError.INTERNAL, String.valueOf(failure), address, ""), failure);
    }
    Problem problem =
        switch (reply.failureType()) {
          case NO_HANDLERS -> unavailable(address).problem();
          case TIMEOUT ->
              Problem.of(
                  StandardError.DEADLINE_PASSED,
                  "no answer in the time given",
                  address,
                  "ask again with more time, or see what keeps the owner busy");
          default -> Problem.of(StandardError.INTERNAL, reply.getMessage(), address, "");
        };
    return new NightjarException(problem);
  }

  private static Reply unavailable(String address) {
    return new Reply(
        null,
        Problem.of(
            StandardError.UNAVAILABLE,
            "nobody answers at this address",
            address,
            "see 'nightjar tasks' for what is there"));
  }

  private static DeliveryOptions options() {
    return new DeliveryOptions().setCodecName(ReferenceCodec.NAME).setLocalOnly(true);
  }
}
