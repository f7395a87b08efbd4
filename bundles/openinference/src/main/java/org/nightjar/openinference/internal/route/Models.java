package org.nightjar.openinference.internal.route;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.http.Exchange;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The models that can be asked, by the names in a path. While the inference service is being
 * replaced, clients are told so, and no path vanishes.
 */
@Component(service = Models.class)
public final class Models {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Places of a path. */
  static final String MODEL = "model";

  /** See {@link #MODEL}. */
  static final String VERSION = "version";

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile Inference inference;

  /** Made by the component runtime. */
  public Models() {}

  Models(Inference inference) {
    this.inference = inference;
  }

  /** Whether there is a service. */
  boolean areThere() {
    return inference != null;
  }

  /**
   * The model that a path names: the live version, or the one that the path says.
   *
   * @throws NightjarException {@code NOT_FOUND}, or {@code UNAVAILABLE} while there is no service
   */
  ModelInfo named(Exchange exchange) throws NightjarException {
    String id = exchange.pathParameter(MODEL);
    Optional<String> version = version(exchange);
    String name = version.map(said -> id + "@" + said).orElse(id);
    if (id.contains("@")) {
      throw unknown(id, "Write /v2/models/ID/versions/VERSION.");
    }
    return service().model(name).orElseThrow(() -> unknown(name, "See: nightjar models list"));
  }

  /**
   * What runs samples as a path says: by exactly its version; or by the live one, whichever that is
   * when a sample's turn comes.
   */
  Function<Sample, CompletableFuture<Prediction>> runner(
      Exchange exchange, ModelInfo model, Urgency urgency) throws NightjarException {
    Inference service = service();
    return version(exchange).isPresent()
        ? sample -> service.infer(model, sample, urgency)
        : sample -> service.infer(model.id(), sample, urgency);
  }

  private static Optional<String> version(Exchange exchange) {
    return Optional.ofNullable(exchange.pathParameter(VERSION));
  }

  private Inference service() throws NightjarException {
    Inference service = inference;
    if (service == null) {
      throw NightjarException.of(
              StandardError.UNAVAILABLE, "no inference service is there just now", "", "Try again.")
          .retryAfter(PATIENCE);
    }
    return service;
  }

  private static NightjarException unknown(String name, String remedy) {
    return NightjarException.of(
        StandardError.NOT_FOUND, "no model is called '" + name + "'", "", remedy);
  }
}
