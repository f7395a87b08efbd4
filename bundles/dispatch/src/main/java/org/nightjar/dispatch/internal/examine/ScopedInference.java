package org.nightjar.dispatch.internal.examine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.ModelLease;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;

/** The inference service as one call sees it: notes which models were used, and can be revoked. */
final class ScopedInference implements Inference {
  private final Supplier<Optional<Inference>> inference;
  private final Set<CompletableFuture<Prediction>> open = ConcurrentHashMap.newKeySet();
  private final Set<ModelInfo> used = ConcurrentHashMap.newKeySet();
  private final Set<String> devices = new ConcurrentSkipListSet<>();
  private volatile boolean revoked;

  ScopedInference(Supplier<Optional<Inference>> inference) {
    this.inference = inference;
  }

  @Override
  public List<ModelInfo> models(String task) {
    return revoked
        ? List.of()
        : inference.get().map(service -> service.models(task)).orElse(List.of());
  }

  @Override
  public CompletableFuture<Prediction> infer(ModelInfo model, Sample sample, Urgency urgency) {
    Optional<Inference> service = inference.get();
    if (revoked) {
      return CompletableFuture.failedFuture(Revocation.problem("the inference service"));
    }
    if (service.isEmpty()) {
      return CompletableFuture.failedFuture(
          NightjarException.of(
              StandardError.UNAVAILABLE,
              "no inference service is installed",
              model.id(),
              "install bundle inference"));
    }
    used.add(model);
    CompletableFuture<Prediction> future = service.get().infer(model, sample, urgency);
    open.add(future);
    future.whenComplete(
        (prediction, failure) -> {
          open.remove(future);
          if (prediction != null) {
            devices.add(prediction.device());
          }
        });
    if (revoked) {
      future.cancel(true);
    }
    return future;
  }

  @Override
  public Optional<ModelInfo> model(String name) {
    return revoked ? Optional.empty() : inference.get().flatMap(service -> service.model(name));
  }

  @Override
  public CompletableFuture<Prediction> infer(String id, Sample sample, Urgency urgency) {
    return model(id)
        .map(model -> infer(model, sample, urgency))
        .orElseGet(() -> CompletableFuture.failedFuture(noSuchModel(id)));
  }

  @Override
  public ModelLease lease(ModelInfo model) throws NightjarException, InterruptedException {
    Optional<Inference> service = inference.get();
    if (revoked || service.isEmpty()) {
      throw Revocation.problem("the inference service");
    }
    return service.get().lease(model);
  }

  private static NightjarException noSuchModel(String id) {
    return NightjarException.of(
        StandardError.NOT_FOUND,
        "no model is called '" + id + "'",
        "",
        "See: nightjar models list");
  }

  /** Models whose outputs were asked for. */
  Set<ModelInfo> used() {
    return used;
  }

  /** What ran them, joined by commas. */
  String devices() {
    return String.join(",", devices);
  }

  void revoke() {
    revoked = true;
    open.forEach(future -> future.cancel(true));
  }
}
