package org.nightjar.sinks.internal.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.feed.Sink;
import org.nightjar.api.health.Health;
import org.nightjar.api.health.HealthReport;
import org.nightjar.api.health.HealthStatus;
import org.nightjar.bus.Bus;
import org.nightjar.bus.Registration;
import org.nightjar.sinks.Sinks;
import org.nightjar.store.Deliveries;
import org.nightjar.store.Settled;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the couriers as sinks come and go. */
@Component(service = {Sinks.class, Delivery.class, Health.class})
public final class Delivery implements Sinks, Health {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long MANY = 1000;

  private final Deliveries deliveries;
  private final Bus bus;
  private final List<Sink> known = new ArrayList<>();
  private final Map<String, Courier> couriers = new TreeMap<>();
  private Registration registration;
  private boolean running;

  /** Made by the component runtime. */
  @Activate
  public Delivery(@Reference Deliveries deliveries, @Reference Bus bus) {
    this.deliveries = deliveries;
    this.bus = bus;
  }

  /** A sink has come. */
  @Reference(
      name = "sink",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public synchronized void add(Sink sink) {
    known.add(sink);
    if (running) {
      send(sink);
    }
  }

  /** A sink goes. */
  public void remove(Sink sink) {
    Courier courier = null;
    synchronized (this) {
      known.remove(sink);
      Courier its = couriers.get(sink.name());
      if (its != null && its.sink().equals(sink)) {
        courier = couriers.remove(sink.name());
      }
    }
    if (courier != null) {
      end(List.of(courier));
    }
  }

  @Override
  public synchronized void start() {
    if (!running) {
      running = true;
      registration = bus.subscribe(Settled.TOPIC, settled -> wake());
      known.forEach(this::send);
    }
  }

  @Override
  @Deactivate
  public void stop() {
    Registration told;
    List<Courier> all;
    synchronized (this) {
      running = false;
      told = registration;
      registration = null;
      all = List.copyOf(couriers.values());
      couriers.clear();
    }
    if (told != null) {
      told.close();
    }
    end(all);
  }

  @Override
  public String name() {
    return "sinks";
  }

  @Override
  public HealthReport check() {
    List<Courier> all;
    synchronized (this) {
      all = List.copyOf(couriers.values());
    }
    try {
      long last = deliveries.last();
      List<String> troubles = new ArrayList<>();
      List<String> lags = new ArrayList<>();
      for (Courier courier : all) {
        String name = courier.sink().name();
        long behind = last - deliveries.delivered(name);
        courier
            .trouble()
            .ifPresent(problem -> troubles.add(name + " is " + behind + " behind: " + problem));
        if (behind > MANY) {
          lags.add(name + " is " + behind + " reports behind");
        }
      }
      return report(all.size(), troubles, lags);
    } catch (NightjarException e) {
      return new HealthReport(
          HealthStatus.HEALTH_CHECK_ERROR, e.problem().message(), e.problem().remedy());
    }
  }

  private static HealthReport report(int sinks, List<String> troubles, List<String> lags) {
    if (!troubles.isEmpty()) {
      return new HealthReport(
          HealthStatus.TEMPORARILY_UNAVAILABLE,
          String.join("; ", troubles),
          "Nothing is lost, it is tried again: mend what the message says");
    }
    if (!lags.isEmpty()) {
      return new HealthReport(
          HealthStatus.WARN,
          String.join("; ", lags),
          "Nothing is lost; if it does not catch up by day, write fewer formats");
    }
    return HealthReport.ok(sinks + " sinks, up to date");
  }

  private void send(Sink sink) {
    if (couriers.containsKey(sink.name())) {
      LOG.error("There are two sinks named {}; the later one gets nothing", sink.name());
      return;
    }
    Courier courier = new Courier(sink, deliveries, LOOK, LOOK);
    couriers.put(sink.name(), courier);
    courier.start();
    LOG.info("Sink {} started", sink.name());
  }

  private synchronized void wake() {
    couriers.values().forEach(Courier::wake);
  }

  private static void end(List<Courier> couriers) {
    for (Courier courier : couriers) {
      try {
        courier.stop();
        LOG.info("Sink {} stopped", courier.sink().name());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
