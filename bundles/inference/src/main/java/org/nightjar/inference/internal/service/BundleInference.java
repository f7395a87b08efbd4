package org.nightjar.inference.internal.service;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.ModelLease;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.environment.UsingBundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * The inference service as a bundle gets it: an instance of its own, under its own name, which is
 * closed, with all that it still has open, when the bundle stops.
 */
@Component(scope = ServiceScope.BUNDLE)
public final class BundleInference implements Inference {
  private final InferenceService service;
  private final InferenceScope scope;

  /** The service for the bundle that uses it. */
  @Activate
  public BundleInference(@Reference InferenceService service, ComponentContext context) {
    this(service, UsingBundle.symbolicName(context));
  }

  BundleInference(InferenceService service, String bundle) {
    this.service = service;
    this.scope = service.scope(bundle);
  }

  /** The bundle has stopped. */
  @Deactivate
  public void close() {
    scope.close();
  }

  @Override
  public List<ModelInfo> models(String task) {
    return scope.models(task);
  }

  @Override
  public Optional<ModelInfo> model(String name) {
    return scope.model(name);
  }

  @Override
  public CompletableFuture<Prediction> infer(ModelInfo model, Sample sample, Urgency urgency) {
    return scope.infer(model, sample, urgency);
  }

  @Override
  public CompletableFuture<Prediction> infer(String id, Sample sample, Urgency urgency) {
    return scope.infer(id, sample, urgency);
  }

  @Override
  public List<Prediction> inferAll(ModelInfo model, List<Sample> samples, Urgency urgency)
      throws NightjarException, InterruptedException {
    return scope.inferAll(model, samples, urgency);
  }

  @Override
  public ModelLease lease(ModelInfo model) throws NightjarException, InterruptedException {
    return scope.lease(model);
  }

  @Override
  public InferenceScope scope(String client) {
    return service.scope(client);
  }
}
