package org.nightjar.inference.internal.service;

import java.util.List;
import java.util.stream.Collectors;
import org.nightjar.api.health.Health;
import org.nightjar.api.health.HealthReport;
import org.nightjar.api.health.HealthStatus;
import org.nightjar.inference.internal.model.Installed;
import org.nightjar.inference.internal.model.Lifecycle;
import org.nightjar.inference.internal.model.ModelVersion;
import org.nightjar.inference.internal.model.Placement;
import org.nightjar.inference.internal.station.Station;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says which models run where, and which were refused. */
@Component(service = Health.class)
public final class InferenceHealth implements Health {
  private final InferenceService service;

  /** Health of this service. */
  @Activate
  public InferenceHealth(@Reference InferenceService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "inference";
  }

  @Override
  public HealthReport check() {
    if (!service.isLoaded()) {
      return new HealthReport(
          HealthStatus.TEMPORARILY_UNAVAILABLE, "models are being loaded and verified", "");
    }
    List<Installed> all = service.catalogue().installed();
    if (all.isEmpty()) {
      return HealthReport.ok("no model is installed");
    }
    List<Installed> troubled = all.stream().filter(InferenceHealth::troubled).toList();
    if (!troubled.isEmpty()) {
      return new HealthReport(
          HealthStatus.WARN,
          troubled.stream()
              .map(each -> each.label() + " is " + state(each) + ": " + each.message())
              .collect(Collectors.joining("; ")),
          "See: nightjar models list");
    }
    for (Station station : service.devices().running()) {
      if (!station.usable()) {
        return new HealthReport(
            HealthStatus.WARN,
            station.device().name() + " is out of service: " + station.trouble(),
            "It is tried again by itself; until then the processor stands in.");
      }
    }
    return placements(all);
  }

  private static boolean troubled(Installed each) {
    return each.state() == Lifecycle.REFUSED || each.unverified();
  }

  private HealthReport placements(List<Installed> all) {
    List<ModelVersion> placed =
        all.stream()
            .flatMap(each -> each.model().stream())
            .filter(model -> !model.placement().equals(Placement.NONE))
            .toList();
    String where =
        placed.stream()
            .map(model -> model.label() + " on " + placed(model))
            .collect(Collectors.joining("; "));
    boolean missed =
        service.devices().wanted().isPresent()
            && placed.stream().anyMatch(model -> !model.placement().reason().isEmpty());
    return missed
        ? new HealthReport(
            HealthStatus.WARN,
            "inference.device is " + service.devices().wanted().get() + ", but: " + where,
            "Mend what the device says, or set inference.device to auto or cpu.")
        : HealthReport.ok(where);
  }

  private static String state(Installed each) {
    return each.state() == Lifecycle.REFUSED ? "refused" : "unverified";
  }

  private static String placed(ModelVersion model) {
    Placement placement = model.placement();
    return placement.device()
        + (placement.reason().isEmpty() ? "" : " (" + placement.reason() + ")");
  }
}
