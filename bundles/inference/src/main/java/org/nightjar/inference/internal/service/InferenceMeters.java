package org.nightjar.inference.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.measure.RunListener;
import org.nightjar.inference.internal.station.Station;
import org.nightjar.metrics.Meter;
import org.nightjar.metrics.Meters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What Prometheus sees of the inference service. */
@Component(service = InferenceMeters.class, immediate = true)
public final class InferenceMeters implements RunListener {
  private static final double NANO = 1e-9;

  private final InferenceService service;
  private final Meters meters;
  private final Map<String, ModelMeters> models = new ConcurrentHashMap<>();
  private final Map<String, List<Meter>> clients = new ConcurrentHashMap<>();
  private final Map<String, List<Meter>> stations = new ConcurrentHashMap<>();

  /** Meters of this service. */
  @Activate
  public InferenceMeters(@Reference InferenceService service, @Reference Meters meters) {
    this.service = service;
    this.meters = meters;
    service.statistics().also(this);
  }

  /** Takes all meters away. */
  @Deactivate
  public void stop() {
    service.statistics().also(RunListener.NONE);
    models.values().forEach(ModelMeters::close);
    clients.values().forEach(each -> each.forEach(Meter::close));
    stations.values().forEach(each -> each.forEach(Meter::close));
  }

  @Override
  public void ran(String model, String device, int size, long predicted, long nanos) {
    of(model).ran(size, nanos * NANO);
    lookForNewcomers();
  }

  @Override
  public void answered(String model, long waited, long took) {
    of(model).answered(waited * NANO, took * NANO);
  }

  @Override
  public void failed(String model, String code) {
    of(model).failed(code);
  }

  @Override
  public void loaded(String model, String device, long nanos) {
    of(model);
    for (Station station : service.stations()) {
      stations.computeIfAbsent(station.device().name(), name -> of(station));
    }
  }

  @Override
  public void evicted(String model, String device) {
    // Read from the statistics.
  }

  @Override
  public void movedAway(String model, String device) {
    // Read from the statistics.
  }

  private ModelMeters of(String model) {
    ModelMeters known = models.get(model);
    return known != null
        ? known
        : models.computeIfAbsent(
            model,
            each ->
                new ModelMeters(meters, each, service.statistics().of(each), service.catalogue()));
  }

  /** Called for every run, so it only counts unless there is somebody new. */
  private void lookForNewcomers() {
    if (clients.size() < service.clients().count()) {
      service
          .clients()
          .all()
          .forEach(client -> clients.computeIfAbsent(client.name(), name -> of(client)));
    }
  }

  private List<Meter> of(Client client) {
    Map<String, String> labels = Map.of("client", client.name());
    List<Meter> made = new ArrayList<>();
    made.add(
        meters.counter(
            "inference.client.device",
            "Device time of requests that were run for a client",
            "seconds",
            labels,
            () -> client.use().deviceNanos() * NANO));
    made.add(
        meters.counter(
            "inference.client.refused",
            "Requests of a client that were refused",
            "",
            labels,
            () -> client.use().refused()));
    made.add(
        meters.gauge(
            "inference.client.waiting",
            "Requests of a client that wait",
            "",
            labels,
            () -> client.use().waiting()));
    made.add(
        meters.gauge(
            "inference.client.leases",
            "Leases that a client holds",
            "",
            labels,
            () -> client.use().leases()));
    return made;
  }

  private List<Meter> of(Station station) {
    Map<String, String> labels = Map.of("device", station.device().name());
    List<Meter> made = new ArrayList<>();
    made.add(
        meters.gauge(
            "inference.device.memory",
            "Memory that models hold on a device",
            "bytes",
            labels,
            () -> station.ledger().used()));
    made.add(
        meters.gauge(
            "inference.device.capacity",
            "Memory that models may hold on a device",
            "bytes",
            labels,
            () -> station.ledger().capacity()));
    made.add(
        meters.gauge(
            "inference.device.waiting",
            "Requests that wait for a device",
            "",
            labels,
            () -> station.queue().waiting()));
    made.add(
        meters.gauge(
            "inference.device.service",
            "Whether a device is in service: 1, else 0",
            "",
            labels,
            () -> station.usable() ? 1 : 0));
    made.add(
        meters.counter(
            "inference.device.trips",
            "How often a device was taken out of service",
            "",
            labels,
            station::trips));
    made.add(
        meters.counter(
            "inference.device.evictions",
            "Models that were unloaded to make room",
            "",
            labels,
            () -> station.ledger().evictions()));
    return made;
  }
}
