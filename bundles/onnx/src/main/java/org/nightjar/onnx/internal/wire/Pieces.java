package org.nightjar.onnx.internal.wire;

import java.util.Arrays;
import org.nightjar.onnx.model.Bytes;

/** Ranges of a file that belong together; one range is handed out without copying it. */
final class Pieces {
  private static final int[] NONE = {};

  private int[] ends = NONE;
  private int count;
  private int size;

  void add(int from, int to) {
    if (from == to) {
      return;
    }
    size += to - from;
    if (count > 0 && ends[count - 1] == from) {
      ends[count - 1] = to;
      return;
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, Math.max(2, count * 2));
    }
    ends[count++] = from;
    ends[count++] = to;
  }

  Bytes join(Source source) {
    if (count == 0) {
      return Bytes.EMPTY;
    }
    if (count == 2) {
      return source.bytes(ends[0], ends[1]);
    }
    byte[] joined = new byte[size];
    int at = 0;
    for (int piece = 0; piece < count; piece += 2) {
      int length = ends[piece + 1] - ends[piece];
      source.copy(ends[piece], joined, at, length);
      at += length;
    }
    return Bytes.copyOf(joined);
  }
}
