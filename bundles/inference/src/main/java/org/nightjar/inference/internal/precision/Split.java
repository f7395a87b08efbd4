package org.nightjar.inference.internal.precision;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.model.Checksum;
import org.nightjar.inference.internal.precision.samples.SampleSet;

/**
 * Which samples ranges are taken from, and which ones both networks are judged by. No sample is
 * used for both.
 *
 * @param calibration for the ranges; none if they are not needed
 * @param evaluation for the judgement
 */
record Split(Optional<Portion> calibration, Portion evaluation) implements AutoCloseable {

  /** All samples judge. */
  static Split evaluating(SampleSet set) throws NightjarException {
    return new Split(Optional.empty(), all(labelled(set), "all " + set.size()));
  }

  /** The first samples calibrate, the others judge. */
  static Split first(int calibrate, SampleSet set) throws NightjarException {
    if (calibrate < 1 || calibrate >= set.size()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          calibrate + " of " + set.size() + " samples cannot calibrate and leave some to judge",
          set.folder().toString(),
          "Calibrate with a few hundred; give more samples, or another folder.");
    }
    List<Integer> indices = IntStream.range(0, calibrate).boxed().toList();
    Portion calibration = new Portion(set, indices, "the first " + calibrate + " of the set");
    List<Integer> rest = IntStream.range(calibrate, set.size()).boxed().toList();
    return apart(
        calibration,
        new Portion(labelled(set), rest, "the " + rest.size() + " behind the first " + calibrate));
  }

  /** One set calibrates, the other judges. */
  static Split two(SampleSet calibrating, SampleSet judging) throws NightjarException {
    return apart(
        all(calibrating, "all " + calibrating.size() + " of a set of their own"),
        all(labelled(judging), "all " + judging.size()));
  }

  private static Portion all(SampleSet set, String rule) {
    return new Portion(set, IntStream.range(0, set.size()).boxed().toList(), rule);
  }

  private static SampleSet labelled(SampleSet set) throws NightjarException {
    if (!set.isLabelled()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "the samples have no labels",
          set.folder().toString(),
          "Add labels to its samples.yaml: what the network should have said.");
    }
    return set;
  }

  /** Leaves out of the judgement what is the same, bit by bit, as something that calibrates. */
  private static Split apart(Portion calibration, Portion evaluation) throws NightjarException {
    Set<String> seen = new HashSet<>();
    for (int index : calibration.indices()) {
      seen.add(fingerprint(calibration.set().sample(index)));
    }
    List<Integer> unseen = new ArrayList<>();
    for (int index : evaluation.indices()) {
      if (!seen.contains(fingerprint(evaluation.set().sample(index)))) {
        unseen.add(index);
      }
    }
    if (unseen.isEmpty()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "every sample that should judge is one that calibrates",
          evaluation.set().folder().toString(),
          "Give samples of their own.");
    }
    int same = evaluation.size() - unseen.size();
    String rule =
        same == 0
            ? evaluation.rule()
            : evaluation.rule() + ", without " + same + " that calibrated too";
    return new Split(Optional.of(calibration), new Portion(evaluation.set(), unseen, rule));
  }

  @Override
  public void close() throws NightjarException {
    evaluation.set().close();
    if (calibration.isPresent()) {
      calibration.get().set().close();
    }
  }

  private static String fingerprint(Sample sample) {
    MessageDigest digest = Checksum.digest();
    for (Map.Entry<String, Tensor> channel : new TreeMap<>(sample.channels()).entrySet()) {
      ByteBuffer bytes = ByteBuffer.allocate(channel.getValue().size() * Float.BYTES);
      bytes.asFloatBuffer().put(channel.getValue().values());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
