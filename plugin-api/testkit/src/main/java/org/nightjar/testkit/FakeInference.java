package org.nightjar.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.ModelLease;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An inference service whose models are functions. It answers on the caller's thread and refuses a
 * sample that lacks a channel, or a prepared one that lacks an input, as the real one does.
 */
@ProviderType
public final class FakeInference implements Inference {

  private final Map<ModelInfo, FakeModel> models;

  /** A service with these models; an id means the first of its versions. */
  public FakeInference(Map<ModelInfo, FakeModel> models) {
    this.models = new LinkedHashMap<>(models);
  }

  @Override
  public List<ModelInfo> models(String task) {
    return models.keySet().stream().filter(model -> model.task().equals(task)).toList();
  }

  @Override
  public CompletableFuture<Prediction> infer(ModelInfo model, Sample sample, Urgency urgency) {
    try {
      return CompletableFuture.completedFuture(answer(model, sample));
    } catch (NightjarException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public Optional<ModelInfo> model(String name) {
    return models.keySet().stream()
        .filter(model -> name.equals(model.id()) || name.equals(model.label()))
        .findFirst();
  }

  @Override
  public CompletableFuture<Prediction> infer(String id, Sample sample, Urgency urgency) {
    return model(id)
        .map(model -> infer(model, sample, urgency))
        .orElseGet(() -> CompletableFuture.failedFuture(unknown(id)));
  }

  @Override
  public ModelLease lease(ModelInfo model) throws NightjarException {
    if (!models.containsKey(model)) {
      throw unknown(model.id());
    }
    return new ModelLease() {
      @Override
      public ModelInfo model() {
        return model;
      }

      @Override
      public void close() {
        // A function needs no memory.
      }
    };
  }

  @Override
  public InferenceScope scope(String client) {
    return new FakeScope(this);
  }

  private static NightjarException unknown(String model) {
    return NightjarException.of(
        StandardError.NOT_FOUND, "no such model", model, "Use one of context.models()");
  }

  private Prediction answer(ModelInfo model, Sample sample) throws NightjarException {
    FakeModel fake = models.get(model);
    if (fake == null) {
      throw unknown(model.id());
    }
    if (sample.inputs().isEmpty()) {
      need("channel", model.channels(), sample.channels().keySet(), model);
    } else {
      List<String> inputs = model.inputs().stream().map(InputInfo::name).toList();
      need("input", inputs, sample.inputs().keySet(), model);
    }
    return fake.predict(sample);
  }

  private static void need(String what, List<String> names, Set<String> there, ModelInfo model)
      throws NightjarException {
    for (String name : names) {
      if (!there.contains(name)) {
        throw NightjarException.of(
            StandardError.BAD_ARGUMENT,
            "the sample lacks " + what + " '" + name + "'",
            model.id(),
            "Give every channel of ModelInfo.channels(), or every input, prepared");
      }
    }
  }
}
