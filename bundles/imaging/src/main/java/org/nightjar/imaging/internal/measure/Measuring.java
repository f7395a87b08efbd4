package org.nightjar.imaging.internal.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import org.nightjar.api.profile.Profile;
import org.nightjar.image.BackgroundGradient;
import org.nightjar.image.Depth;
import org.nightjar.image.Seeing;
import org.nightjar.image.SeeingField;
import org.nightjar.imaging.internal.frame.Frame;
import org.nightjar.imaging.internal.frame.FrameType;

/** Turns what was seen of a frame into numbers: those that make sense for its type. */
public final class Measuring {

  private final Recipe recipe;
  private final Profile profile;

  /** By a recipe and an observatory's levels. */
  public Measuring(Recipe recipe, Profile profile) {
    this.recipe = recipe;
    this.profile = profile;
  }

  /** The numbers of a frame. */
  public Numbers of(Observed seen) {
    Numbers numbers = new Numbers();
    level(seen, numbers);
    if (seen.frame().type().showsSky()) {
      numbers.put(Quantity.SOURCES, seen.survey().sources().sources().size());
      stars(seen, numbers);
      depth(seen, numbers);
    }
    calibration(seen, numbers);
    DefectNumbers.put(seen, numbers);
    new AmplifierNumbers(profile).put(seen, numbers);
    return numbers;
  }

  private static void level(Observed seen, Numbers numbers) {
    double level = seen.background().globalBackground();
    double noise = seen.background().globalRms();
    BackgroundGradient gradient = seen.gradient();
    numbers.put(Quantity.BACKGROUND, level);
    numbers.put(Quantity.NOISE, noise);
    numbers.put(Quantity.GRADIENT, gradient.amplitude());
    // Of a level that drowns in the noise, as that of a bias or a subtracted sky, no part is told.
    numbers.put(
        Quantity.RELATIVE_GRADIENT, level > noise ? gradient.relativeAmplitude() : Double.NaN);
    numbers.put(Quantity.STRUCTURE, gradient.structure());
  }

  private static void stars(Observed seen, Numbers numbers) {
    Optional<SeeingField> field = seen.field();
    Optional<Seeing> seeing = field.map(SeeingField::whole);
    double fwhm = seeing.map(Seeing::fwhm).orElse(Double.NaN);
    numbers.put(Quantity.STARS, seeing.map(Seeing::stars).orElse(0));
    numbers.put(Quantity.SEEING, fwhm);
    OptionalDouble scale = scale(seen.frame());
    if (scale.isPresent()) {
      numbers.put(Quantity.SEEING_ARCSEC, fwhm * scale.getAsDouble());
    }
    numbers.put(Quantity.ELLIPTICITY, seeing.map(Seeing::ellipticity).orElse(Double.NaN));
    if (field.isPresent()) {
      SeeingField.Elongation elongation = field.get().elongation();
      numbers.put(Quantity.SEEING_ACROSS, field.get().trend().across());
      numbers.put(Quantity.SEEING_RIM, field.get().trend().rimOverCentre());
      numbers.put(Quantity.ELONGATION, elongation.size());
      numbers.put(Quantity.ELONGATION_ANGLE, Math.toDegrees(elongation.angle()));
      numbers.put(Quantity.RADIAL_ELLIPTICITY, field.get().pattern().radial());
    }
  }

  private void depth(Observed seen, Numbers numbers) {
    OptionalDouble zeroPoint = seen.frame().header().zeroPoint(profile);
    if (zeroPoint.isEmpty()) {
      return;
    }
    Depth depth =
        Depth.of(
            zeroPoint.getAsDouble(),
            seen.background().globalBackground(),
            seen.background().globalRms(),
            numbers.get(Quantity.SEEING),
            scale(seen.frame()).orElse(Double.NaN),
            recipe.limitSigmas());
    numbers.put(Quantity.LIMITING_MAGNITUDE, depth.limitingMagnitude());
    numbers.put(Quantity.SKY_BRIGHTNESS, depth.skyBrightness());
  }

  private static OptionalDouble scale(Frame frame) {
    return frame.sky().pixelScale(frame.raw().width(), frame.raw().height());
  }

  private static void calibration(Observed seen, Numbers numbers) {
    if (seen.calibration().isEmpty()) {
      return;
    }
    numbers.put(Quantity.ROW_NOISE, seen.calibration().get().rowNoise());
    numbers.put(Quantity.COLUMN_NOISE, seen.calibration().get().columnNoise());
    if (seen.frame().type() == FrameType.FLAT) {
      numbers.put(Quantity.UNIFORMITY, seen.calibration().get().uniformity());
    }
  }
}
