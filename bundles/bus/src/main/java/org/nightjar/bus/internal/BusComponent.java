package org.nightjar.bus.internal;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nightjar.bus.Address;
import org.nightjar.bus.Bus;
import org.nightjar.bus.Registration;
import org.nightjar.bus.Topic;
import org.nightjar.environment.Folders;
import org.nightjar.environment.Services;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Starts Vert.x, offers the bus on it and, for bundle http, Vert.x itself. */
@Component(immediate = true)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"io.vertx.core.Vertx\"")
public final class BusComponent implements Bus {
  private final EventLoops loops;
  private final Bus bus;
  private final Services.Offer offer;

  /** Called by SCR. */
  @Activate
  public BusComponent(@Reference Folders folders, @Reference Services services) {
    loops = EventLoops.start(folders.scratch().resolve("vertx"));
    bus = new VertxBus(loops.vertx());
    offer = services.offer(Vertx.class, loops.vertx(), Map.of());
  }

  /** Called by SCR. */
  @Deactivate
  void stop() {
    offer.close();
    loops.close();
  }

  @Override
  public <Q, R> Registration serve(Address<Q, R> address, Function<Q, CompletionStage<R>> handler) {
    return bus.serve(address, handler);
  }

  @Override
  public <Q, R> CompletableFuture<R> request(Address<Q, R> address, Q question, Duration atMost) {
    return bus.request(address, question, atMost);
  }

  @Override
  public <T> void publish(Topic<T> topic, T event) {
    bus.publish(topic, event);
  }

  @Override
  public <T> Registration subscribe(Topic<T> topic, Consumer<T> listener) {
    return bus.subscribe(topic, listener);
  }
}
