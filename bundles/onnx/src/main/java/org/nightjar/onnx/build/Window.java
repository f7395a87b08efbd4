package org.nightjar.onnx.build;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.onnx.model.Attribute;

/**
 * How a square kernel moves over an image, in pixels. Other windows go through {@link
 * NetworkBuilder#node}.
 *
 * @param size side of the kernel
 * @param stride step
 * @param padding rows and columns added on each side
 * @param dilation distance of the kernel's taps
 */
public record Window(int size, int stride, int padding, int dilation) {

  /** Refuses what cannot be. */
  public Window {
    if (size < 1 || stride < 1 || padding < 0 || dilation < 1) {
      throw new IllegalArgumentException(
          "no window has size "
              + size
              + ", stride "
              + stride
              + ", padding "
              + padding
              + " and dilation "
              + dilation);
    }
  }

  /** A window that moves by one pixel, without padding. */
  public static Window of(int size) {
    return new Window(size, 1, 0, 1);
  }

  /** A window of odd size, padded so that the image keeps its size. */
  public static Window same(int size) {
    return new Window(size, 1, size / 2, 1);
  }

  /** The same with another step. */
  public Window stride(int step) {
    return new Window(size, step, padding, dilation);
  }

  /** The same with other padding. */
  public Window padding(int pixels) {
    return new Window(size, stride, pixels, dilation);
  }

  /** The same with taps further apart. */
  public Window dilation(int distance) {
    return new Window(size, stride, padding, distance);
  }

  List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.of("kernel_shape", new long[] {size, size}));
    attributes.add(Attribute.of("strides", new long[] {stride, stride}));
    attributes.add(Attribute.of("pads", new long[] {padding, padding, padding, padding}));
    if (dilation > 1) {
      attributes.add(Attribute.of("dilations", new long[] {dilation, dilation}));
    }
    return attributes;
  }
}
