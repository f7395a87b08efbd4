package org.nightjar.itests.inference.holder;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.ModelLease;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A plugin that takes all it can get, and gives nothing back when it stops. */
public final class HoldingActivator implements BundleActivator {
  private static final int STAMP = 63;
  private static final int REQUESTS = 500;

  private final List<ModelLease> leases = new ArrayList<>();
  private final List<CompletableFuture<Prediction>> answers = new ArrayList<>();
  private String refusal = "";

  @Override
  public void start(BundleContext context) throws Exception {
    ServiceReference<Inference> reference = context.getServiceReference(Inference.class);
    Inference inference = context.getService(reference);
    ModelInfo model = inference.model("matched-filter").orElseThrow();
    while (refusal.isEmpty()) {
      try {
        leases.add(inference.lease(model));
      } catch (NightjarException e) {
        refusal = e.problem().code();
      }
    }
    Sample sample =
        new Sample(Map.of("difference", Tensor.of(new float[STAMP * STAMP], STAMP, STAMP)));
    for (int i = 0; i < REQUESTS; i++) {
      answers.add(inference.infer(model, sample, Urgency.BULK));
    }
    Hashtable<String, Object> role = new Hashtable<>(Map.of("nightjar.role", "holder"));
    context.registerService(Supplier.class, (Supplier<Map<String, Object>>) this::told, role);
  }

  private Map<String, Object> told() {
    return Map.of(
        "leases",
        leases.size(),
        "refusal",
        refusal,
        "open",
        answers.stream().filter(answer -> !answer.isDone()).count());
  }

  @Override
  public void stop(BundleContext context) {
    // Nothing: that is the point.
  }
}
