package org.nightjar.imaging.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Finding;
import org.nightjar.api.task.PixelLease;
import org.nightjar.api.task.TaskContext;
import org.nightjar.image.FrameFingerprint;
import org.nightjar.image.PixelRows;
import org.nightjar.imaging.internal.compare.Comparison;
import org.nightjar.imaging.internal.compare.FingerprintCache;
import org.nightjar.imaging.internal.compare.PreviousFrame;
import org.nightjar.imaging.internal.finding.Finder;
import org.nightjar.imaging.internal.frame.FramePreparation;
import org.nightjar.imaging.internal.judge.Contradictions;
import org.nightjar.imaging.internal.judge.Detector;
import org.nightjar.imaging.internal.measure.Measuring;
import org.nightjar.imaging.internal.measure.Numbers;
import org.nightjar.imaging.internal.measure.Observation;
import org.nightjar.imaging.internal.measure.Observed;

/** Looks at the images of one exposure, one detector's pixels in memory at a time per thread. */
final class Inspection {

  private final Product product;
  private final TaskContext context;
  private final Observation observation;
  private final Outputs outputs;
  private final PreviousFrame previous;
  private final FingerprintCache cache;

  Inspection(
      Product product,
      TaskContext context,
      Observation observation,
      Outputs outputs,
      PreviousFrame previous,
      FingerprintCache cache) {
    this.product = product;
    this.context = context;
    this.observation = observation;
    this.outputs = outputs;
    this.previous = previous;
    this.cache = cache;
  }

  /** Everything about one image. The previous frame is read only when its pixels are given back. */
  Detector of(ImagePart image) throws NightjarException, InterruptedException {
    requireSize(image);
    Seen seen;
    try (PixelLease lease = context.pixels(image, image.region())) {
      seen = look(image, PixelRows.of(lease.values(), image.width(), image.height()));
    }
    cache.put(product, image.info().name(), context.profile(), seen.fingerprint);
    Optional<Comparison> comparison = previous.compare(image, seen.fingerprint);
    return comparison.map(seen::with).orElse(seen.detector);
  }

  private Seen look(ImagePart image, PixelRows pixels)
      throws NightjarException, InterruptedException {
    FramePreparation preparation = new FramePreparation(context.profile(), product.facts());
    Observed seen = observation.of(preparation.of(image, pixels));
    Numbers numbers = new Measuring(outputs.recipe(), context.profile()).of(seen);
    List<Finding> findings = Finder.of(seen);
    Detector detector =
        new Detector(
            image.info().name(),
            seen.frame().header().unit(),
            numbers,
            findings,
            new Contradictions(context.profile()).of(seen, numbers),
            outputs.picture(seen, findings, image.info().index()),
            outputs.mask(seen));
    return new Seen(detector, seen.survey().fingerprint());
  }

  private static void requireSize(ImagePart image) throws NightjarException {
    if (image.region().size() > Integer.MAX_VALUE) {
      throw NightjarException.of(
          StandardError.TOO_LARGE,
          image.width() + " x " + image.height() + " pixels: an image has fewer than 2^31",
          image.info().name(),
          "Cut the image into detectors");
    }
  }

  private record Seen(Detector detector, FrameFingerprint fingerprint) {

    Detector with(Comparison comparison) {
      comparison.put(detector.numbers());
      List<Finding> findings = new ArrayList<>();
      comparison.finding().ifPresent(findings::add);
      findings.addAll(detector.findings());
      List<String> doubts = new ArrayList<>(detector.doubts());
      comparison.doubt().ifPresent(doubts::add);
      return new Detector(
          detector.name(),
          detector.unit(),
          detector.numbers(),
          findings,
          doubts,
          detector.picture(),
          detector.mask());
    }
  }
}
