package org.nightjar.itests.translators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.itests.runtime.Distribution;
import org.nightjar.itests.samples.SampleModel;
import org.nightjar.itests.swap.BundleJar;
import org.nightjar.itests.translators.driver.ComparisonActivator;
import org.nightjar.launcher.DataFolder;
import org.nightjar.launcher.Home;
import org.nightjar.launcher.RunningSystem;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * A plugin's DJL translator in the whole system: the shared service says what DJL's own predictor
 * says, and both run beside each other in one process.
 */
class TranslatorsTest {
  private static final int STAMPS = 300;
  private static final float TOLERANCE = 1e-5f;

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void theSharedServiceSaysWhatDjlsPredictorSays() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    Path model = SampleModel.write(data.directory().resolve("models/matched-filter/1"));
    try (RunningSystem system =
        RunningSystem.start(new Home(Distribution.home()), data, Map.of())) {
      BundleContext context = system.bundleContext();
      context.installBundle(optional().toUri().toString()).start();
      context.installBundle(driver().toUri().toString()).start();

      Map<String, List<Float>> scores = compare(context, model);

      List<Float> expected = scores.get("predictor");
      assertThat(scores).hasSize(4);
      assertThat(expected).hasSize(STAMPS);
      assertThat(expected.stream().distinct().count()).isGreaterThan(STAMPS / 2);
      scores.forEach(
          (way, said) -> {
            assertThat(said).as(way).hasSize(STAMPS);
            for (int i = 0; i < STAMPS; i++) {
              assertThat(said.get(i)).as(way).isCloseTo(expected.get(i), within(TOLERANCE));
            }
          });
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<Float>> compare(BundleContext context, Path model)
      throws Exception {
    ServiceReference<?> reference =
        context.getServiceReferences(BiFunction.class, "(nightjar.role=translators)").stream()
            .findFirst()
            .orElseThrow();
    return ((BiFunction<Path, List<float[]>, Map<String, List<Float>>>)
            context.getService(reference))
        .apply(model, stamps());
  }

  /** Noise with a star of some brightness or none, so that scores lie all over. */
  private static List<float[]> stamps() {
    SplittableRandom random = new SplittableRandom(20_261_120);
    List<float[]> stamps = new ArrayList<>();
    for (int s = 0; s < STAMPS; s++) {
      float[] stamp = new float[63 * 63];
      for (int i = 0; i < stamp.length; i++) {
        double x = i % 63 - 31;
        double y = i / 63 - 31;
        double star = 0.02 * s * Math.exp(-(x * x + y * y) / 2.88);
        stamp[i] = (float) (random.nextGaussian() + star);
      }
      stamps.add(stamp);
    }
    return stamps;
  }

  private static Path optional() throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(
            Distribution.home().resolve("optional"), "nightjar-translators-*.jar")) {
      return jars.iterator().next();
    }
  }

  private Path driver() throws IOException {
    return new BundleJar(
            "translators-driver",
            "1.0.0",
            "ai.djl,ai.djl.inference,ai.djl.ndarray,ai.djl.ndarray.types,ai.djl.translate,"
                + "org.nightjar.api.error,org.nightjar.api.inference,org.nightjar.translators,"
                + "org.osgi.framework")
        .header("Bundle-Activator", ComparisonActivator.class.getName())
        .packageOf(ComparisonActivator.class)
        .write(folder.resolve("driver.jar"));
  }
}
