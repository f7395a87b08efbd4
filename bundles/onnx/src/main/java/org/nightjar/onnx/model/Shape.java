package org.nightjar.onnx.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Extents, slowest axis first.
 *
 * @param dimensions none for a single number
 */
public record Shape(List<Dimension> dimensions) {
  /** The shape of a single number. */
  public static final Shape SCALAR = new Shape(List.of());

  /** Copies the list. */
  public Shape {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * A shape in words: {@code "N,3,H,W"} has a batch axis named N, three channels and open height
   * and width.
   *
   * @param text extents between commas: whole numbers, or names that begin with a letter
   * @throws IllegalArgumentException if it is anything else
   */
  public static Shape of(String text) {
    return new Shape(
        Arrays.stream(text.split(",", -1)).map(String::strip).map(Shape::axis).toList());
  }

  private static Dimension axis(String text) {
    if (text.matches("[0-9]{1,18}")) {
      return Dimension.of(Long.parseLong(text));
    }
    if (text.matches("[A-Za-z][A-Za-z0-9_]*")) {
      return Dimension.named(text);
    }
    throw new IllegalArgumentException("'" + text + "' is neither an extent nor a name of one");
  }

  /** As {@link #of} takes it. */
  @Override
  public String toString() {
    return dimensions.stream().map(Dimension::toString).collect(Collectors.joining(","));
  }
}
