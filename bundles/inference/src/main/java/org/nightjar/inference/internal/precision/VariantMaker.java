package org.nightjar.inference.internal.precision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.VariantReport;
import org.nightjar.inference.internal.manifest.VariantReport.Calibration;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.model.ModelVersion;
import org.nightjar.inference.internal.model.VersionLoader;
import org.nightjar.onnx.OnnxReader;
import org.nightjar.onnx.OnnxWriter;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.quantise.Quantiser;
import org.nightjar.onnx.quantise.QuantiserOptions;
import org.nightjar.onnx.quantise.Ranges;
import org.nightjar.onnx.variant.HalfWeights;

/**
 * Makes a package with rounded numbers of one in single precision, and measures what that costs.
 */
public final class VariantMaker {
  private final VersionLoader loader;
  private final Device device;
  private final Watch watch;

  /**
   * A maker.
   *
   * @param loader loads both versions
   * @param device runs the network that is watched for its ranges
   */
  public VariantMaker(VersionLoader loader, Device device, Watch watch) {
    this.loader = loader;
    this.device = device;
    this.watch = watch;
  }

  /**
   * Makes a variant.
   *
   * @param parent the package in single precision; its golden vectors must come out
   * @param work an empty folder, which becomes the variant's package
   * @throws NightjarException if it cannot be made or measured; one that was measured and not
   *     accepted is given
   */
  public Variant make(ModelPackage parent, Order order, Path work)
      throws NightjarException, InterruptedException {
    double limit = limit(parent.manifest(), order.limit());
    Recipe recipe = order.recipe();
    boolean calibrates = recipe.precision().equals(Manifest.INT8);
    try (Split split = order.samples().open(parent.manifest().channels(), calibrates)) {
      VariantManifest manifest =
          new VariantManifest(
              Files.readString(parent.manifestFile()), parent.manifestFile().toString());
      String version = parent.manifest().version() + "+" + recipe.precision();
      Path written = work.resolve(ModelPackage.MANIFEST);
      Files.writeString(written, manifest.of(version, recipe.precision(), ""));
      copyFiles(parent, work);
      Optional<Calibration> calibration = graph(parent, recipe, split, work);
      VariantReport report =
          assess(parent, ModelPackage.read(work), split.evaluation(), calibration, limit);
      Files.writeString(written, manifest.of(version, recipe.precision(), ReportText.of(report)));
      return new Variant(ModelPackage.read(work).manifest().version(), work, report);
    } catch (IOException e) {
      throw NightjarException.of(
          StandardError.DISK_FULL,
          "the variant cannot be written: " + e,
          work.toString(),
          "Look at free space and permissions of the folder for temporary files.");
    }
  }

  private static double limit(Manifest parent, Optional<Double> wanted) throws NightjarException {
    Optional<Double> declared = parent.metric().flatMap(metric -> metric.limit());
    if (wanted.isPresent() && declared.isPresent() && wanted.get() > declared.get()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "a loss of " + wanted.get() + " is more than the package allows, " + declared.get(),
          parent.label(),
          "Ask for less, or for nothing.");
    }
    return wanted.or(() -> declared).orElse(VariantReport.DEFAULT_LIMIT);
  }

  private static void copyFiles(ModelPackage parent, Path work) throws IOException {
    Path base = parent.manifestFile().toAbsolutePath().getParent().normalize();
    for (Path file : parent.namedFiles()) {
      Path to = work.resolve(base.relativize(file).toString());
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    }
  }

  private Optional<Calibration> graph(ModelPackage parent, Recipe recipe, Split split, Path work)
      throws NightjarException, IOException {
    OnnxModel model = OnnxReader.read(parent.graph());
    Path graph = work.resolve(ModelPackage.GRAPH);
    if (split.calibration().isEmpty()) {
      OnnxWriter.write(HalfWeights.of(model), graph);
      return Optional.empty();
    }
    Portion samples = split.calibration().get();
    Quantiser quantiser =
        Quantiser.of(
            model,
            QuantiserOptions.ALL
                .keepNodes(recipe.kept().toArray(String[]::new))
                .withWeightBits(recipe.weightBits()));
    if (quantiser.observed().isEmpty()) {
      throw NightjarException.of(
          StandardError.UNSUPPORTED,
          "nothing in the network can be made int8",
          parent.graph().toString(),
          "Keep fewer nodes, or store its weights in halves: --precision float16-weights.");
    }
    Ranges ranges = recipe.percentile().map(Ranges::percentile).orElseGet(Ranges::extremes);
    new Calibrator(parent.manifest(), device).observe(quantiser, ranges, samples, work, watch);
    OnnxWriter.write(quantiser.quantise(ranges), graph);
    return Optional.of(
        new Calibration(
            samples.size(),
            samples.rule(),
            recipe.percentile().map(each -> each + " per cent").orElse("extremes"),
            recipe.kept(),
            recipe.weightBits()));
  }

  private VariantReport assess(
      ModelPackage parent,
      ModelPackage draft,
      Portion samples,
      Optional<Calibration> calibration,
      double limit)
      throws NightjarException, InterruptedException, IOException {
    ModelVersion float32 = loader.resolve(parent);
    ModelVersion variant = loader.resolve(draft);
    try {
      loader.load(float32);
      loader.open(variant);
      return new Assessor(loader, float32, variant).assess(samples, calibration, limit, watch);
    } finally {
      float32.close();
      variant.close();
    }
  }
}
