package org.nightjar.inference.internal.preprocess;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

/**
 * Makes one input out of a sample's raw channels. Where no step changes the size and channels lie
 * in one piece, they are copied to their place first and the steps work there; otherwise each goes
 * through an array of its own.
 */
final class Channels {
  private Channels() {}

  /**
   * Makes an input.
   *
   * @param notes takes what had to be done
   * @param frame takes the input's open extents
   * @throws NightjarException {@code BAD_ARGUMENT}
   */
  static Filled fill(
      InputSpec input, Map<String, Tensor> channels, Consumer<String> notes, Frame.Builder frame)
      throws NightjarException {
    Sheet sheet = new Sheet(input);
    boolean direct = isDirect(input);
    boolean open = input.isOpen();
    float[] between = {};
    for (int channel = 0; channel < input.channels().size(); channel++) {
      String name = input.channels().get(channel);
      Tensor tensor = raw(input, name, channels);
      int[] shape = tensor.shape();
      boolean number = input.layout() == Layout.FEATURES;
      int rows = number ? 1 : shape[0];
      int columns = number ? 1 : shape[1];
      int start = 0;
      if (direct) {
        sheet.fit(channel, rows, columns);
        start = sheet.start(channel);
      } else if (between.length < tensor.size()) {
        between = new float[tensor.size()];
      }
      Plane plane = new Plane(direct ? sheet.numbers() : between, start, rows, columns);
      tensor.values().get(plane.values(), start, tensor.size());
      for (Step step : input.steps()) {
        step.apply(plane, channel, note -> notes.accept(name + ": " + note));
      }
      if (!direct) {
        sheet.fit(channel, plane.rows(), plane.columns());
      }
      requireFinite(plane, name);
      if (!direct) {
        sheet.place(plane, channel);
      }
      if (open) {
        add(frame, input, name, plane);
      }
    }
    return new Filled(sheet.numbers(), sheet.shape());
  }

  private static boolean isDirect(InputSpec input) {
    for (Step step : input.steps()) {
      if (step.resizes()) {
        return false;
      }
    }
    return input.layout() != Layout.CHANNELS_LAST;
  }

  private static void requireFinite(Plane plane, String name) throws NightjarException {
    int bad = Finite.firstNot(plane.values(), plane.start(), plane.end());
    if (bad >= 0) {
      throw Preprocessing.misfit(
          name + " holds " + plane.values()[bad] + " after preprocessing",
          "Declare a fill step in the manifest, or hand in finite values.");
    }
  }

  private static void add(Frame.Builder frame, InputSpec input, String name, Plane plane)
      throws NightjarException {
    Span rows = plane.ownRows();
    Span columns = plane.ownColumns();
    if (rows.length() == 0 || columns.length() == 0) {
      throw Preprocessing.misfit(
          "nothing of " + name + " is left after preprocessing",
          "Pad and crop at sides that fit each other in the manifest.");
    }
    frame.add(input.axes().get(input.rowAxis()), rows, "the rows of " + name);
    frame.add(input.axes().get(input.rowAxis() + 1), columns, "the columns of " + name);
  }

  private static Tensor raw(InputSpec input, String name, Map<String, Tensor> channels)
      throws NightjarException {
    Tensor tensor = channels.get(name);
    if (tensor == null) {
      throw Preprocessing.misfit(
          "channel '"
              + name
              + "' is missing, the sample has "
              + channels.keySet().stream().sorted().toList(),
          "Hand in every channel that the model declares.");
    }
    boolean number = input.layout() == Layout.FEATURES;
    if (number ? tensor.size() != 1 : tensor.shape().length != 2) {
      throw Preprocessing.misfit(
          name
              + " has shape "
              + Arrays.toString(tensor.shape())
              + ", "
              + (number ? "a single number [] is wanted" : "an image [height, width] is wanted"),
          "");
    }
    if (tensor.size() == 0 || tensor.size() > Preprocessing.MOST_PIXELS) {
      throw Preprocessing.misfit(
          name
              + " has "
              + tensor.size()
              + " pixels, between 1 and "
              + Preprocessing.MOST_PIXELS
              + " are taken",
          "");
    }
    return tensor;
  }
}
