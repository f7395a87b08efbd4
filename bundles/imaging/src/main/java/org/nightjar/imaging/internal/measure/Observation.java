package org.nightjar.imaging.internal.measure;

import java.util.List;
import java.util.Optional;
import org.nightjar.image.AmplifierStep;
import org.nightjar.image.BackgroundGradient;
import org.nightjar.image.BackgroundMesh;
import org.nightjar.image.CalibrationFrame;
import org.nightjar.image.FrameFingerprint;
import org.nightjar.image.Section;
import org.nightjar.image.SeeingField;
import org.nightjar.image.Survey;
import org.nightjar.image.SurveySettings;
import org.nightjar.imaging.internal.frame.Channel;
import org.nightjar.imaging.internal.frame.Frame;

/** Looks at a frame with the library, one step after the other. */
public final class Observation {

  private final Recipe recipe;
  private final Interruption interruption;

  /** Looks in this way, until interrupted. */
  public Observation(Recipe recipe, Interruption interruption) {
    this.recipe = recipe;
    this.interruption = interruption;
  }

  /** Everything that can be seen. */
  public Observed of(Frame frame) throws InterruptedException {
    interruption.check();
    BackgroundMesh background = BackgroundMesh.measure(frame.pixels(), recipe.background());
    interruption.check();
    Survey survey = Survey.of(frame.pixels(), background, settings(frame));
    interruption.check();
    Optional<SeeingField> field =
        frame.type().showsSky()
            ? SeeingField.of(survey.sources(), frame.raw().width(), frame.raw().height())
            : Optional.empty();
    DefectiveLines lines = DefectiveLines.find(frame.pixels(), background);
    interruption.check();
    List<AmplifierStep> steps = steps(frame);
    interruption.check();
    Optional<CalibrationFrame> calibration =
        frame.type().showsSky()
            ? Optional.empty()
            : Optional.of(CalibrationFrame.measure(frame.pixels(), background, survey.defects()));
    interruption.check();
    return new Observed(
        frame,
        background,
        survey,
        field,
        BackgroundGradient.of(background),
        lines,
        steps,
        calibration);
  }

  /** What the next frame is compared with: the same as an observation's. */
  public FrameFingerprint fingerprint(Frame frame) throws InterruptedException {
    interruption.check();
    BackgroundMesh background = BackgroundMesh.measure(frame.pixels(), recipe.background());
    interruption.check();
    return Survey.of(frame.pixels(), background, settings(frame)).fingerprint();
  }

  private SurveySettings settings(Frame frame) {
    return recipe.survey(frame.saturation(), frame.header().wholeNumbers());
  }

  private static List<AmplifierStep> steps(Frame frame) {
    List<Section> sections = frame.channels().stream().map(Channel::data).toList();
    return sections.isEmpty()
        ? AmplifierStep.atHalves(frame.pixels())
        : AmplifierStep.between(frame.pixels(), sections);
  }
}
