package org.nightjar.inference.internal.preprocess;

import java.util.List;
import org.nightjar.api.error.NightjarException;

/** The numbers of one input of one sample, channel by channel. */
final class Sheet {
  private final InputSpec input;
  private float[] numbers = {};
  private List<Integer> shape;
  private int rows;
  private int columns;

  Sheet(InputSpec input) {
    this.input = input;
    this.shape = input.shape();
  }

  /** All channels, in the layout of the network. */
  float[] numbers() {
    return numbers;
  }

  /** Extents, none of them open. */
  List<Integer> shape() {
    return shape;
  }

  /** Index of the first number of a channel that lies in one piece. */
  int start(int channel) {
    return channel * rows * columns;
  }

  /**
   * Makes room once the size of the first channel is known, and holds the others to it.
   *
   * @param channel index of the channel
   * @throws NightjarException {@code BAD_ARGUMENT} if the network does not take that size, or the
   *     first channel has another
   */
  void fit(int channel, int height, int width) throws NightjarException {
    if (!fits(input.rows(), height) || !fits(input.columns(), width)) {
      throw misfit(channel, height, width, "the model takes", input.rows(), input.columns());
    }
    if (channel > 0) {
      if (height != rows || width != columns) {
        throw misfit(channel, height, width, input.channels().get(0) + " is", rows, columns);
      }
      return;
    }
    long size = (long) height * width * input.channels().size();
    if (size > Preprocessing.MOST_NUMBERS) {
      throw tooLarge(input.name(), size);
    }
    rows = height;
    columns = width;
    numbers = new float[(int) size];
    if (input.isOpen()) {
      shape =
          switch (input.layout()) {
            case CHANNELS_FIRST -> List.of(input.channels().size(), height, width);
            case CHANNELS_LAST -> List.of(height, width, input.channels().size());
            case SINGLE -> List.of(height, width);
            case FEATURES -> input.shape();
          };
    }
  }

  /** Copies a finished channel to where it belongs. */
  void place(Plane plane, int channel) {
    float[] values = plane.values();
    if (input.layout() == Layout.CHANNELS_LAST) {
      int stride = input.channels().size();
      for (int i = plane.start(), at = channel; i < plane.end(); i++, at += stride) {
        numbers[at] = values[i];
      }
    } else {
      System.arraycopy(values, plane.start(), numbers, start(channel), plane.end() - plane.start());
    }
  }

  static NightjarException tooLarge(String input, long size) {
    return Preprocessing.misfit(
        "input '"
            + input
            + "' would hold "
            + size
            + " numbers, at most "
            + Preprocessing.MOST_NUMBERS
            + " are taken",
        "Hand in a smaller image, or in pieces.");
  }

  private static boolean fits(int wanted, int extent) {
    return wanted == InputSpec.OPEN || wanted == extent;
  }

  private NightjarException misfit(
      int channel, int height, int width, String what, int wantedRows, int wantedColumns) {
    return Preprocessing.misfit(
        input.channels().get(channel)
            + " is "
            + height
            + " x "
            + width
            + " pixels after preprocessing, "
            + what
            + " "
            + written(wantedRows)
            + " x "
            + written(wantedColumns),
        "Hand in an image of that size, or declare a crop or pad step in the manifest.");
  }

  private static String written(int extent) {
    return extent == InputSpec.OPEN ? "any" : String.valueOf(extent);
  }
}
