package org.nightjar.inference.internal.preprocess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An input of a network, and how a sample becomes it.
 *
 * @param name name in the graph
 * @param shape extents for one sample, without the batch axis; -1 where a sample may choose
 * @param axes for each extent its name if it is open, else empty; one name is one extent, in
 *     whatever input or output it stands
 * @param layout how channels lie in it
 * @param channels channel names, in the order of the network
 * @param steps preprocessing of each channel, in order
 */
public record InputSpec(
    String name,
    List<Integer> shape,
    List<String> axes,
    Layout layout,
    List<String> channels,
    List<Step> steps) {
  /** An extent that a sample may choose. */
  public static final int OPEN = -1;

  /** Copies the lists. */
  public InputSpec {
    shape = List.copyOf(shape);
    axes = List.copyOf(axes);
    channels = List.copyOf(channels);
    steps = List.copyOf(steps);
  }

  /** An input of one size. */
  public InputSpec(
      String name, List<Integer> shape, Layout layout, List<String> channels, List<Step> steps) {
    this(name, shape, Collections.nCopies(shape.size(), ""), layout, channels, steps);
  }

  /** Whether a sample may choose its size. */
  public boolean isOpen() {
    return shape.contains(OPEN);
  }

  /** How many numbers one sample has, if its size is not open. */
  public int size() {
    if (isOpen()) {
      throw new IllegalStateException("input '" + name + "' has no size of its own");
    }
    int size = 1;
    for (int extent : shape) {
      size = Math.multiplyExact(size, extent);
    }
    return size;
  }

  /** Height that each channel must have after the last step; -1 if open. */
  public int rows() {
    return layout == Layout.FEATURES ? 1 : shape.get(rowAxis());
  }

  /** Width that each channel must have after the last step; -1 if open. */
  public int columns() {
    return layout == Layout.FEATURES ? 1 : shape.get(rowAxis() + 1);
  }

  /** The shape as a manifest has it, such as {@code [3, rows, columns]}. */
  String writtenShape() {
    List<String> extents = new ArrayList<>();
    for (int axis = 0; axis < shape.size(); axis++) {
      extents.add(shape.get(axis) == OPEN ? axes.get(axis) : shape.get(axis).toString());
    }
    return extents.toString();
  }

  /** The axis of the rows, of an image; that of the columns follows. */
  int rowAxis() {
    return layout == Layout.CHANNELS_FIRST ? 1 : 0;
  }
}
