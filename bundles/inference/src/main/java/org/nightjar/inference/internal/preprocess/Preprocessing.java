package org.nightjar.inference.internal.preprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

/** Turns a raw sample into the numbers that a network takes, exactly as its manifest declares. */
public final class Preprocessing {
  /** Most pixels of one channel of a sample. */
  public static final int MOST_PIXELS = 1 << 24;

  private static final int MOST_NOTES = 64;

  private final List<InputSpec> inputs;

  /** Preprocessing for these inputs. */
  public Preprocessing(List<InputSpec> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  /**
   * What came out for one sample.
   *
   * @param inputs numbers of each input in the order of the manifest, ready for its tensor
   * @param notes what had to be done to the sample
   */
  public record Prepared(List<float[]> inputs, List<String> notes) {
    /** Copies the lists. */
    public Prepared {
      inputs = List.copyOf(inputs);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Prepares one sample.
   *
   * @throws NightjarException {@code BAD_ARGUMENT} if a channel is missing, has the wrong rank or
   *     size, or is still not finite after the last step
   */
  public Prepared prepare(Sample sample) throws NightjarException {
    List<String> notes = new ArrayList<>();
    List<float[]> ready = new ArrayList<>(inputs.size());
    for (InputSpec input : inputs) {
      float[] numbers = new float[input.size()];
      for (int channel = 0; channel < input.channels().size(); channel++) {
        place(prepare(input, channel, sample.channels(), notes), input, channel, numbers);
      }
      ready.add(numbers);
    }
    return new Prepared(ready, notes);
  }

  private static Plane prepare(
      InputSpec input, int channel, Map<String, Tensor> channels, List<String> notes)
      throws NightjarException {
    String name = input.channels().get(channel);
    Plane plane = raw(input, name, channels);
    for (Step step : input.steps()) {
      step.apply(
          plane,
          channel,
          note -> {
            if (notes.size() < MOST_NOTES) {
              notes.add(name + ": " + note);
            }
          });
    }
    if (plane.rows() != input.rows() || plane.columns() != input.columns()) {
      throw misfit(
          name
              + " is "
              + plane.size()
              + " pixels after preprocessing, the model takes "
              + input.rows()
              + " x "
              + input.columns(),
          "Hand in an image of that size, or declare a crop or pad step in the manifest.");
    }
    for (float value : plane.values()) {
      if (!Float.isFinite(value)) {
        throw misfit(
            name + " holds " + value + " after preprocessing",
            "Declare a fill step in the manifest, or hand in finite values.");
      }
    }
    return plane;
  }

  private static Plane raw(InputSpec input, String name, Map<String, Tensor> channels)
      throws NightjarException {
    Tensor tensor = channels.get(name);
    if (tensor == null) {
      throw misfit(
          "channel '"
              + name
              + "' is missing, the sample has "
              + channels.keySet().stream().sorted().toList(),
          "Hand in every channel that the model declares.");
    }
    int[] shape = tensor.shape();
    boolean number = input.layout() == Layout.FEATURES;
    if (number ? tensor.size() != 1 : shape.length != 2) {
      throw misfit(
          name
              + " has shape "
              + Arrays.toString(shape)
              + ", "
              + (number ? "a single number [] is wanted" : "an image [height, width] is wanted"),
          "");
    }
    if (tensor.size() == 0 || tensor.size() > MOST_PIXELS) {
      throw misfit(
          name + " has " + tensor.size() + " pixels, between 1 and " + MOST_PIXELS + " are taken",
          "");
    }
    float[] values = new float[tensor.size()];
    tensor.values().get(values);
    return number ? new Plane(values, 1, 1) : new Plane(values, shape[0], shape[1]);
  }

  private static void place(Plane plane, InputSpec input, int channel, float[] numbers) {
    float[] values = plane.values();
    if (input.layout() == Layout.CHANNELS_LAST) {
      int stride = input.channels().size();
      for (int i = 0, at = channel; i < values.length; i++, at += stride) {
        numbers[at] = values[i];
      }
    } else {
      System.arraycopy(values, 0, numbers, channel * values.length, values.length);
    }
  }

  private static NightjarException misfit(String message, String remedy) {
    return NightjarException.of(StandardError.BAD_ARGUMENT, message, "", remedy);
  }
}
