package org.nightjar.imaging.internal.compare;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Finding;
import org.nightjar.api.task.Need;
import org.nightjar.api.task.PixelLease;
import org.nightjar.api.task.TaskContext;
import org.nightjar.image.FrameComparison;
import org.nightjar.image.FrameFingerprint;
import org.nightjar.image.PixelRows;
import org.nightjar.imaging.internal.frame.FramePreparation;
import org.nightjar.imaging.internal.measure.Observation;

/**
 * The frame before this one, of the same detectors and band. That it cannot be read or compared is
 * a note on this frame, never a failure. For the threads of one call.
 */
public final class PreviousFrame {

  private static final String NOT_COMPARED = "previous-frame-not-compared";

  private final Optional<Product> previous;
  private final Optional<Finding> trouble;
  private final TaskContext context;
  private final Observation observation;
  private final FingerprintCache cache;

  private PreviousFrame(
      Optional<Product> previous,
      Optional<Finding> trouble,
      TaskContext context,
      Observation observation,
      FingerprintCache cache) {
    this.previous = previous;
    this.trouble = trouble;
    this.context = context;
    this.observation = observation;
    this.cache = cache;
  }

  /** What a need found. */
  public static PreviousFrame of(
      Need need, TaskContext context, Observation observation, FingerprintCache cache)
      throws NightjarException {
    try {
      List<Product> found = context.products(need);
      return new PreviousFrame(
          found.stream().findFirst(), Optional.empty(), context, observation, cache);
    } catch (NightjarException e) {
      return new PreviousFrame(
          Optional.empty(), Optional.of(unreadable(e)), context, observation, cache);
    }
  }

  /** No frame to compare with. */
  public static PreviousFrame none(
      TaskContext context, Observation observation, FingerprintCache cache) {
    return new PreviousFrame(Optional.empty(), Optional.empty(), context, observation, cache);
  }

  /** Why the frame could not be opened, if it could not. */
  public Optional<Finding> trouble() {
    return trouble;
  }

  /**
   * Compares an image with that of the same name in the previous frame.
   *
   * @param now of this image
   * @return what they have to do with each other, or why that cannot be told; empty if there is no
   *     such image
   */
  public Optional<Comparison> compare(ImagePart image, FrameFingerprint now)
      throws NightjarException, InterruptedException {
    if (previous.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Part> part = previous.get().part(image.info().name());
      if (part.isEmpty() || !(part.get() instanceof ImagePart before)) {
        return Optional.empty();
      }
      if (before.width() != image.width() || before.height() != image.height()) {
        return Optional.of(Comparison.not(sizes(before, image)));
      }
      FrameComparison found = FrameComparison.of(now, fingerprint(before));
      return Optional.of(Comparison.of(image, found));
    } catch (NightjarException e) {
      return Optional.of(Comparison.not(unreadable(e)));
    }
  }

  private FrameFingerprint fingerprint(ImagePart before)
      throws NightjarException, InterruptedException {
    Product product = previous.orElseThrow();
    String name = before.info().name();
    Optional<FrameFingerprint> known = cache.get(product, name, context.profile());
    if (known.isPresent()) {
      return known.get();
    }
    FramePreparation preparation = new FramePreparation(context.profile(), product.facts());
    try (PixelLease lease = context.pixels(before, before.region())) {
      PixelRows rows = PixelRows.of(lease.values(), before.width(), before.height());
      FrameFingerprint made = observation.fingerprint(preparation.of(before, rows));
      cache.put(product, name, context.profile(), made);
      return made;
    }
  }

  private static Finding sizes(ImagePart before, ImagePart image) {
    return Finding.of(
        NOT_COMPARED,
        "%s of the previous frame has %d x %d pixels, this one %d x %d"
            .formatted(
                image.info().name(),
                before.width(),
                before.height(),
                image.width(),
                image.height()));
  }

  /** Damaged or lost data are a note; what is wrong with the platform is not for this task. */
  private static Finding unreadable(NightjarException e) throws NightjarException {
    Category category = e.problem().category();
    if (category != Category.DATA && category != Category.USER) {
      throw e;
    }
    return Finding.of(NOT_COMPARED, "the previous frame cannot be read: " + e.problem().message());
  }
}
