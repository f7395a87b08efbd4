package org.nightjar.inference.internal.golden;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.preprocess.Preprocessing;
import org.nightjar.yaml.Value;

/** Shapes as files declare them, bounded. */
public final class Shapes {
  private static final int MOST_AXES = 4;

  private Shapes() {}

  /** Extents of at least 1 whose product is bounded; empty for a single number. */
  public static int[] of(Value declared) throws NightjarException {
    List<Value> list = declared.list(MOST_AXES);
    int[] shape = new int[list.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = list.get(i).integer(1, Preprocessing.MOST_PIXELS);
    }
    if (size(shape) > Preprocessing.MOST_PIXELS) {
      throw declared.wrong("more than " + Preprocessing.MOST_PIXELS + " numbers", "");
    }
    return shape;
  }

  /** Checks that a count of numbers fills a shape. */
  public static void fits(Value declared, int[] shape, int count) throws NightjarException {
    if (size(shape) != count) {
      throw declared.wrong(
          count + " values do not fill the shape, which has " + size(shape) + " elements", "");
    }
  }

  private static long size(int[] shape) {
    long size = 1;
    for (int extent : shape) {
      size = Math.min(Long.MAX_VALUE / Preprocessing.MOST_PIXELS, size * extent);
    }
    return size;
  }
}
