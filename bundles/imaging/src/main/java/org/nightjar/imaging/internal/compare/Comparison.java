package org.nightjar.imaging.internal.compare;

import java.util.Locale;
import java.util.Optional;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.image.FrameComparison;
import org.nightjar.imaging.internal.measure.Numbers;
import org.nightjar.imaging.internal.measure.Quantity;

/**
 * What an image has to do with that before it, for the report.
 *
 * @param found what the library says; empty if they cannot be compared
 * @param finding what to tell of it, if anything
 * @param doubt why the image is questionable, if it is
 */
public record Comparison(
    Optional<FrameComparison> found, Optional<Finding> finding, Optional<String> doubt) {

  /** No comparison, for this reason. */
  static Comparison not(Finding why) {
    return new Comparison(Optional.empty(), Optional.of(why), Optional.empty());
  }

  /** What follows for an image. */
  static Comparison of(ImagePart image, FrameComparison found) {
    String name = image.info().name();
    return switch (found.kind()) {
      case IDENTICAL ->
          told(
              image,
              found,
              "duplicate-frame",
              "every pixel is that of the previous frame",
              Optional.of(name + " has the very pixels of the previous frame"));
      case SAME_READOUT ->
          told(
              image,
              found,
              "duplicate-frame",
              "the noise is that of the previous frame: correlation " + correlation(found),
              Optional.of(name + " is the same readout as the previous frame"));
      case SHIFTED_READOUT ->
          told(
              image,
              found,
              "shifted-frame",
              "the noise of the previous frame, shifted by " + shift(found),
              Optional.of(
                  name + " is the same readout as the previous frame, shifted by " + shift(found)));
      case SHIFTED_POINTING ->
          told(
              image,
              found,
              "shifted-pointing",
              found.matched() + " sources of the previous frame, shifted by " + shift(found),
              Optional.empty());
      case SAME_POINTING, DIFFERENT, UNKNOWN ->
          new Comparison(Optional.of(found), Optional.empty(), Optional.empty());
    };
  }

  /** Adds the numbers. */
  public void put(Numbers numbers) {
    if (found.isPresent() && found.get().kind() != FrameComparison.Kind.UNKNOWN) {
      numbers.put(Quantity.SHIFT_X, found.get().dx());
      numbers.put(Quantity.SHIFT_Y, found.get().dy());
      numbers.put(Quantity.NOISE_CORRELATION, found.get().noiseCorrelation());
    }
  }

  private static Comparison told(
      ImagePart image,
      FrameComparison found,
      String what,
      String evidence,
      Optional<String> doubt) {
    PixelBox all = new PixelBox(image.info().name(), image.region());
    return new Comparison(Optional.of(found), Optional.of(Finding.at(all, what, evidence)), doubt);
  }

  private static String correlation(FrameComparison found) {
    return String.format(Locale.ROOT, "%.2f", found.noiseCorrelation());
  }

  private static String shift(FrameComparison found) {
    return String.format(Locale.ROOT, "%.1f, %.1f pixels", found.dx(), found.dy());
  }
}
