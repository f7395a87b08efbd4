package org.nightjar.inference.internal.preprocess;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

/**
 * Turns a raw sample into the numbers that a network takes, exactly as its manifest declares; a
 * sample that is prepared already is only looked at.
 */
public final class Preprocessing {
  /** Most pixels of one channel of a sample. */
  public static final int MOST_PIXELS = 1 << 24;

  /** Most numbers of one input or output of a sample. */
  public static final int MOST_NUMBERS = 1 << 26;

  private static final int MOST_NOTES = 64;
  private static final int NOMINAL = 64;
  private static final int MOST_NOMINAL = 4096;

  private final List<InputSpec> inputs;

  /** Preprocessing for these inputs. */
  public Preprocessing(List<InputSpec> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  /**
   * What came out for one sample.
   *
   * @param inputs numbers of each input in the order of the manifest, ready for its tensor
   * @param shapes the shape of each, without the batch axis; none is open
   * @param notes what had to be done to the sample
   * @param frame its open extents, and how outputs are cut back to its own size
   */
  public record Prepared(
      List<float[]> inputs, List<List<Integer>> shapes, List<String> notes, Frame frame) {
    /** Copies the lists. */
    public Prepared {
      inputs = List.copyOf(inputs);
      shapes = List.copyOf(shapes);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Prepares one sample.
   *
   * @throws NightjarException {@code BAD_ARGUMENT} if a channel is missing, has the wrong rank or
   *     size, or is still not finite after the last step; or if a prepared input is missing, not
   *     known, not of the network's shape, or not finite
   */
  public Prepared prepare(Sample sample) throws NightjarException {
    Frame.Builder frame = new Frame.Builder();
    List<String> notes = new ArrayList<>();
    List<float[]> ready = new ArrayList<>(inputs.size());
    List<List<Integer>> shapes = new ArrayList<>(inputs.size());
    if (!sample.inputs().isEmpty()) {
      refuseUnknown(sample.inputs());
    }
    for (InputSpec input : inputs) {
      Filled filled =
          sample.inputs().isEmpty()
              ? Channels.fill(input, sample.channels(), note -> add(notes, note), frame)
              : PreparedInput.fill(input, sample.inputs(), frame);
      ready.add(filled.numbers());
      shapes.add(filled.shape());
    }
    return new Prepared(ready, shapes, notes, frame.frame());
  }

  /**
   * A shape of each input that the network can be tried with: where extents are open, 64 pixels or
   * the next number above that is a multiple of all that steps ask for.
   */
  public List<List<Integer>> nominalShapes() {
    int multiple = 1;
    for (InputSpec input : inputs) {
      for (Step step : input.steps()) {
        if (step instanceof Multiple each) {
          multiple = leastCommonMultiple(multiple, each.of());
        }
      }
    }
    int extent = (NOMINAL + multiple - 1) / multiple * multiple;
    return inputs.stream()
        .map(
            input ->
                input.shape().stream()
                    .map(each -> each == InputSpec.OPEN ? (Integer) extent : each)
                    .toList())
        .toList();
  }

  // Where two steps have no common multiple of a sane size, one of them has to do.
  private static int leastCommonMultiple(int a, int b) {
    int common = BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValue();
    long least = (long) a / common * b;
    return least <= MOST_NOMINAL ? (int) least : Math.max(a, b);
  }

  private static void add(List<String> notes, String note) {
    if (notes.size() < MOST_NOTES) {
      notes.add(note);
    }
  }

  private void refuseUnknown(Map<String, Tensor> prepared) throws NightjarException {
    List<String> names = inputs.stream().map(InputSpec::name).toList();
    for (String name : prepared.keySet()) {
      if (!names.contains(name)) {
        throw misfit(
            "the model has no input '" + name + "', it has " + names,
            "Hand in prepared tensors by the names of the network's inputs.");
      }
    }
  }

  static NightjarException misfit(String message, String remedy) {
    return NightjarException.of(StandardError.BAD_ARGUMENT, message, "", remedy);
  }
}
