package org.nightjar.inference.internal.precision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.precision.samples.SampleSet;
import org.nightjar.inference.internal.precision.samples.SampleSetReader;

/**
 * Which samples are used for what.
 *
 * @param folder samples with labels, by which both networks are judged
 * @param calibrate how many of them, from the first on, give the ranges instead; empty for none
 * @param calibration another folder, whose samples give the ranges; empty for none
 */
public record SampleChoice(Path folder, Optional<Integer> calibrate, Optional<Path> calibration) {

  /**
   * Opens the samples.
   *
   * @param channels that the network takes
   * @param calibrates whether ranges are needed
   * @throws NightjarException {@code BAD_ARGUMENT} if the choice does not fit, or as {@link
   *     SampleSetReader#open}
   */
  Split open(List<String> channels, boolean calibrates) throws NightjarException {
    if (calibrates && calibrate.isPresent() == calibration.isPresent()) {
      throw wrong(
          calibrate.isPresent()
              ? "two sets are named for calibration"
              : "ranges need samples for calibration");
    }
    if (!calibrates && (calibrate.isPresent() || calibration.isPresent())) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "half weights need no calibration",
          "",
          "Leave --calibrate and --calibration out: all samples judge.");
    }
    if (calibration.isPresent() && same(folder, calibration.get())) {
      throw wrong("the same folder is named for calibration and judgement");
    }
    SampleSet judging = SampleSetReader.open(folder, channels);
    boolean complete = false;
    Optional<SampleSet> calibrating = Optional.empty();
    try {
      if (calibration.isPresent()) {
        calibrating = Optional.of(SampleSetReader.open(calibration.get(), channels));
      }
      Split split = split(judging, calibrating);
      complete = true;
      return split;
    } finally {
      if (!complete) {
        judging.close();
        if (calibrating.isPresent()) {
          calibrating.get().close();
        }
      }
    }
  }

  private Split split(SampleSet judging, Optional<SampleSet> calibrating) throws NightjarException {
    if (calibrating.isPresent()) {
      return Split.two(calibrating.get(), judging);
    }
    return calibrate.isPresent()
        ? Split.first(calibrate.get(), judging)
        : Split.evaluating(judging);
  }

  private static boolean same(Path one, Path other) throws NightjarException {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      throw NightjarException.of(StandardError.UNREADABLE, e.toString(), other.toString(), "");
    }
  }

  private static NightjarException wrong(String message) {
    return NightjarException.of(
        StandardError.BAD_ARGUMENT,
        message,
        "",
        "What calibrates must not judge. Give --calibrate N, then the first N samples calibrate and"
            + " the others judge, or another folder with --calibration DIR.");
  }
}
