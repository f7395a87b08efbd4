package org.nightjar.inference.internal.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.preprocess.InputSpec;
import org.nightjar.inference.internal.preprocess.Preprocessing;
import org.nightjar.yaml.Value;

/**
 * Shapes such as {@code [N, 63, 63, 3]} or {@code [N, 1, rows, columns]}: the batch axis first,
 * then one sample's extents, numbers or the names of open ones.
 *
 * @param extents the extents behind the batch axis; -1 where they are open
 * @param axes for each its name if it is open, else empty
 */
record BatchShape(List<Integer> extents, List<String> axes) {
  private static final int MOST_AXES = 5;
  private static final Pattern AXIS = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  BatchShape {
    extents = List.copyOf(extents);
    axes = List.copyOf(axes);
  }

  static BatchShape read(Value value) throws NightjarException {
    List<Value> axes = value.list(MOST_AXES);
    if (axes.isEmpty() || axes.get(0).isNumber() || !axes.get(0).text().equals("N")) {
      throw value.wrong("a shape begins with the batch axis N", "Write it like [N, 64, 64, 3].");
    }
    List<Integer> extents = new ArrayList<>();
    List<String> names = new ArrayList<>();
    long size = 1;
    for (Value axis : axes.subList(1, axes.size())) {
      int extent = axis.isNumber() ? axis.integer(1, Preprocessing.MOST_PIXELS) : InputSpec.OPEN;
      extents.add(extent);
      names.add(axis.isNumber() ? "" : name(axis));
      size = Math.min(Preprocessing.MOST_NUMBERS + 1L, size * Math.abs(extent));
    }
    if (size > Preprocessing.MOST_NUMBERS) {
      throw value.wrong("more than " + Preprocessing.MOST_NUMBERS + " numbers for one sample", "");
    }
    return new BatchShape(extents, names);
  }

  private static String name(Value axis) throws NightjarException {
    String name = axis.text();
    if (!AXIS.matcher(name).matches()) {
      throw axis.wrong(
          "'" + name + "' cannot be the name of an open extent",
          "Use lower-case letters, such as rows and columns; N is the batch axis alone.");
    }
    return name;
  }
}
