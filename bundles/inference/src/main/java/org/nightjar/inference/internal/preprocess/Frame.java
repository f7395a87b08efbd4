package org.nightjar.inference.internal.preprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Tensor;

/**
 * The open extents of one prepared sample, by name, and which part of each is the sample's own.
 * Outputs that follow the size of an image are cut back to that part.
 *
 * @param spans the extents
 */
public record Frame(Map<String, Span> spans) {
  /** The frame of a sample for a model of one size. */
  public static final Frame NONE = new Frame(Map.of());

  /** Copies the map. */
  public Frame {
    spans = Map.copyOf(spans);
  }

  /** Whether nothing was padded, so that {@link #crop} changes nothing. */
  public boolean isEmpty() {
    return spans.values().stream().allMatch(Span::isWhole);
  }

  /**
   * The extents of a tensor as it goes in or comes out, padding included.
   *
   * @param shape extents, -1 where they are open
   * @param axes for each its name if it is open, else empty
   */
  public List<Integer> padded(List<Integer> shape, List<String> axes) {
    return resolve(shape, axes, Span::whole);
  }

  /** The extents of an output once it is cut back; otherwise as {@link #padded}. */
  public List<Integer> own(List<Integer> shape, List<String> axes) {
    return resolve(shape, axes, Span::length);
  }

  private List<Integer> resolve(
      List<Integer> shape, List<String> axes, Function<Span, Integer> extent) {
    if (spans.isEmpty()) {
      return shape;
    }
    List<Integer> resolved = new ArrayList<>(shape.size());
    for (int axis = 0; axis < shape.size(); axis++) {
      Integer fixed = shape.get(axis);
      resolved.add(span(axes.get(axis)).map(extent).orElse(fixed));
    }
    return resolved;
  }

  /**
   * Cuts an output back to what is the sample's own. Works for any order of axes: {@code [...,
   * rows, columns]}, {@code [rows, columns, channels]}.
   *
   * @param output an output as it came out of the network, without the batch axis
   * @param axes for each axis its name if it is open, else empty
   * @return the output itself if there is nothing to cut
   * @throws IllegalArgumentException if there is something to cut and the output is not as large as
   *     this frame says
   */
  public Tensor crop(Tensor output, List<String> axes) {
    if (isEmpty()) {
      return output;
    }
    int[] shape = output.shape();
    if (shape.length != axes.size()) {
      throw new IllegalArgumentException(output + " does not have the axes " + axes);
    }
    int[] first = new int[shape.length];
    int[] own = shape.clone();
    for (int axis = 0; axis < shape.length; axis++) {
      Optional<Span> span = span(axes.get(axis));
      if (span.isPresent()) {
        if (span.get().whole() != shape[axis]) {
          throw new IllegalArgumentException(
              output + " has not the extent " + span.get().whole() + " for " + axes.get(axis));
        }
        first[axis] = span.get().offset();
        own[axis] = span.get().length();
      }
    }
    return Arrays.equals(own, shape) ? output : Cutout.of(output, first, own);
  }

  private Optional<Span> span(String axis) {
    return Optional.ofNullable(spans.get(axis));
  }

  /** Collects the extents of the inputs of one sample. */
  static final class Builder {
    private final Map<String, Span> spans = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    /**
     * Adds the extent of an axis.
     *
     * @param axis its name; nothing is added if that is empty
     * @param owner who has it, for messages
     * @throws NightjarException {@code BAD_ARGUMENT} if it is another one elsewhere
     */
    void add(String axis, Span span, String owner) throws NightjarException {
      if (axis.isEmpty()) {
        return;
      }
      Span before = spans.putIfAbsent(axis, span);
      if (before == null) {
        owners.put(axis, owner);
      } else if (!before.equals(span)) {
        throw NightjarException.of(
            StandardError.BAD_ARGUMENT,
            "'"
                + axis
                + "' is "
                + before.describe()
                + " in "
                + owners.get(axis)
                + ", but "
                + span.describe()
                + " in "
                + owner,
            "",
            "The model takes any size, but one for all: hand in images of the same size.");
      }
    }

    Frame frame() {
      return spans.isEmpty() ? NONE : new Frame(spans);
    }
  }
}
