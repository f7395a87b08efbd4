package org.nightjar.dispatch.internal.examine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.ModelLease;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;

/** What a task gets where no inference service is installed. */
final class AbsentInference implements InferenceScope {
  @Override
  public List<ModelInfo> models(String task) {
    return List.of();
  }

  @Override
  public Optional<ModelInfo> model(String name) {
    return Optional.empty();
  }

  @Override
  public CompletableFuture<Prediction> infer(ModelInfo model, Sample sample, Urgency urgency) {
    return CompletableFuture.failedFuture(absent(model.id()));
  }

  @Override
  public CompletableFuture<Prediction> infer(String id, Sample sample, Urgency urgency) {
    return CompletableFuture.failedFuture(absent(id));
  }

  @Override
  public ModelLease lease(ModelInfo model) throws NightjarException {
    throw absent(model.id());
  }

  @Override
  public InferenceScope scope(String client) {
    return this;
  }

  @Override
  public Set<ModelInfo> used() {
    return Set.of();
  }

  @Override
  public Set<String> devices() {
    return Set.of();
  }

  @Override
  public void close() {
    // There is nothing to withdraw.
  }

  private static NightjarException absent(String model) {
    return NightjarException.of(
        StandardError.UNAVAILABLE,
        "no inference service is installed",
        model,
        "install bundle inference");
  }
}
