package org.nightjar.imaging.internal.measure;

import java.util.List;
import java.util.Optional;
import org.nightjar.image.AmplifierStep;
import org.nightjar.image.BackgroundGradient;
import org.nightjar.image.BackgroundMesh;
import org.nightjar.image.CalibrationFrame;
import org.nightjar.image.SeeingField;
import org.nightjar.image.Survey;
import org.nightjar.imaging.internal.frame.Frame;

/**
 * Everything that the library sees in a frame.
 *
 * @param frame which
 * @param background of its pixels
 * @param survey sources, defects, cosmic rays, streaks
 * @param field shapes of its stars; empty where there are too few, or none belong there
 * @param gradient of the background
 * @param lines columns and rows that are dead or hot
 * @param steps between its amplifiers
 * @param calibration what it says of the detector; for bias, dark and flat alone
 */
public record Observed(
    Frame frame,
    BackgroundMesh background,
    Survey survey,
    Optional<SeeingField> field,
    BackgroundGradient gradient,
    DefectiveLines lines,
    List<AmplifierStep> steps,
    Optional<CalibrationFrame> calibration) {

  /** Copies the list. */
  public Observed {
    steps = List.copyOf(steps);
  }
}
