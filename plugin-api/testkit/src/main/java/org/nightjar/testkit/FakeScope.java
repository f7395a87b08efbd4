package org.nightjar.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.ModelLease;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;

/** A client's view of an inference service whose models are functions. */
final class FakeScope implements InferenceScope {
  private final FakeInference inference;
  private final Set<ModelInfo> used = ConcurrentHashMap.newKeySet();
  private final Set<String> devices = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  FakeScope(FakeInference inference) {
    this.inference = inference;
  }

  @Override
  public List<ModelInfo> models(String task) {
    return closed ? List.of() : inference.models(task);
  }

  @Override
  public Optional<ModelInfo> model(String name) {
    return closed ? Optional.empty() : inference.model(name);
  }

  @Override
  public CompletableFuture<Prediction> infer(ModelInfo model, Sample sample, Urgency urgency) {
    if (closed) {
      return CompletableFuture.failedFuture(revoked());
    }
    used.add(model);
    CompletableFuture<Prediction> answer = inference.infer(model, sample, urgency);
    if (!answer.isCompletedExceptionally()) {
      devices.add(answer.join().device());
    }
    return answer;
  }

  @Override
  public CompletableFuture<Prediction> infer(String id, Sample sample, Urgency urgency) {
    return model(id)
        .map(model -> infer(model, sample, urgency))
        .orElseGet(() -> inference.infer(id, sample, urgency));
  }

  @Override
  public ModelLease lease(ModelInfo model) throws NightjarException {
    if (closed) {
      throw revoked();
    }
    return inference.lease(model);
  }

  @Override
  public InferenceScope scope(String client) {
    return new FakeScope(inference);
  }

  @Override
  public Set<ModelInfo> used() {
    return Set.copyOf(used);
  }

  @Override
  public Set<String> devices() {
    return new TreeSet<>(devices);
  }

  @Override
  public void close() {
    closed = true;
  }

  private static NightjarException revoked() {
    return NightjarException.of(
        StandardError.REVOKED, "the inference service was taken back", "", "");
  }
}
