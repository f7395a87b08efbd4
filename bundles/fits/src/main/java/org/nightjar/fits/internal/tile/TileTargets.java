package org.nightjar.fits.internal.tile;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.nightjar.fits.internal.image.WholePixels;

/** Buffers of each type as targets: an array behind the buffer is filled without a copy. */
final class TileTargets {
  private TileTargets() {}

  static TileTarget of(FloatBuffer buffer) {
    int start = buffer.position();
    if (buffer.hasArray()) {
      float[] array = buffer.array();
      int first = buffer.arrayOffset() + start;
      return (values, from, count, at, scratch) -> values.floats(from, count, array, first + at);
    }
    return (values, from, count, at, scratch) -> {
      float[] line = scratch.floatLine;
      for (int done = 0; done < count; done += line.length) {
        int part = Math.min(line.length, count - done);
        values.floats(from + done, part, line, 0);
        buffer.put(start + at + done, line, 0, part);
      }
    };
  }

  static TileTarget of(DoubleBuffer buffer) {
    int start = buffer.position();
    if (buffer.hasArray()) {
      double[] array = buffer.array();
      int first = buffer.arrayOffset() + start;
      return (values, from, count, at, scratch) -> values.doubles(from, count, array, first + at);
    }
    return (values, from, count, at, scratch) -> {
      double[] line = scratch.doubleLine;
      for (int done = 0; done < count; done += line.length) {
        int part = Math.min(line.length, count - done);
        values.doubles(from + done, part, line, 0);
        buffer.put(start + at + done, line, 0, part);
      }
    };
  }

  static TileTarget of(LongBuffer buffer) {
    int start = buffer.position();
    return (values, from, count, at, scratch) -> {
      long[] line = scratch.longLine;
      for (int done = 0; done < count; done += line.length) {
        int part = Math.min(line.length, count - done);
        values.longs(from + done, part, line, 0);
        buffer.put(start + at + done, line, 0, part);
      }
    };
  }

  static TileTarget of(IntBuffer buffer, WholePixels whole) {
    int start = buffer.position();
    return (values, from, count, at, scratch) -> {
      long[] wide = scratch.longLine;
      int[] line = scratch.intLine;
      for (int done = 0; done < count; done += line.length) {
        int part = Math.min(line.length, count - done);
        values.longs(from + done, part, wide, 0);
        for (int i = 0; i < part; i++) {
          line[i] = (int) wide[i];
          if (line[i] != wide[i]) {
            throw whole.tooWide();
          }
        }
        buffer.put(start + at + done, line, 0, part);
      }
    };
  }
}
