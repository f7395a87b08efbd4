package org.nightjar.itests.translators.driver;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.Batchifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Urgency;
import org.nightjar.translators.TranslatedModel;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Scores of stamps by one network: through the shared service, with a batchifier and without, and
 * by DJL's own predictor.
 */
final class Comparison implements BiFunction<Path, List<float[]>, Map<String, List<Float>>> {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  private final BundleContext context;

  Comparison(BundleContext context) {
    this.context = context;
  }

  @Override
  public Map<String, List<Float>> apply(Path folder, List<float[]> stamps) {
    try {
      return Map.of(
          "one by one", shared(stamps, Batchifier.STACK, false),
          "many", shared(stamps, Batchifier.STACK, true),
          "without a batchifier", shared(stamps, null, true),
          "predictor", djl(folder, stamps));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Float> shared(List<float[]> stamps, Batchifier batchifier, boolean many)
      throws Exception {
    Inference inference = inference();
    ModelInfo model = inference.model("matched-filter").orElseThrow();
    try (TranslatedModel<float[], Float> translated =
        TranslatedModel.of(inference, model, new StampTranslator(batchifier))) {
      if (many) {
        return translated.batchPredict(stamps, Urgency.BULK);
      }
      List<Float> scores = new ArrayList<>();
      for (float[] stamp : stamps) {
        scores.add(translated.predict(stamp, Urgency.BULK));
      }
      return scores;
    }
  }

  private static List<Float> djl(Path folder, List<float[]> stamps) throws Exception {
    try (Model model = Model.newInstance("model", Device.cpu(), "OnnxRuntime")) {
      model.load(folder);
      try (Predictor<float[], Float> predictor = model.newPredictor(new StampTranslator(null))) {
        List<Float> scores = new ArrayList<>();
        for (float[] stamp : stamps) {
          scores.add(predictor.predict(stamp));
        }
        return scores;
      }
    }
  }

  /** Components that want configuration come up a little after the framework. */
  private Inference inference() {
    ServiceReference<Inference> reference = context.getServiceReference(Inference.class);
    while (reference == null) {
      LockSupport.parkNanos(PAUSE);
      reference = context.getServiceReference(Inference.class);
    }
    return context.getService(reference);
  }
}
