package org.nightjar.image;

import java.util.Optional;

/** Where two sections of an image touch. */
record Boundary(Section first, Section second, boolean acrossColumns, int at, int from, int to) {

  /** The boundary of two sections if the second begins where the first ends. */
  static Optional<Boundary> between(Section first, Section second) {
    int top = Math.max(first.top(), second.top());
    int bottom = Math.min(first.bottom(), second.bottom());
    int left = Math.max(first.left(), second.left());
    int right = Math.min(first.right(), second.right());
    int reach = BoundaryLook.REACH;
    if (first.right() == second.left()
        && bottom > top
        && Math.min(first.width(), second.width()) >= reach) {
      return Optional.of(new Boundary(first, second, true, second.left(), top, bottom));
    }
    if (first.bottom() == second.top()
        && right > left
        && Math.min(first.height(), second.height()) >= reach) {
      return Optional.of(new Boundary(first, second, false, second.top(), left, right));
    }
    return Optional.empty();
  }

  AmplifierStep measure(PixelRows image) {
    BoundaryLook look = new BoundaryLook(to - from);
    int reach = BoundaryLook.REACH;
    float[] row = new float[image.width()];
    float[] line = new float[2 * reach];
    if (acrossColumns) {
      for (int y = from; y < to; y++) {
        image.readRow(y, row);
        System.arraycopy(row, at - reach, line, 0, line.length);
        look.add(line);
      }
      return look.result(first, second, true, at);
    }
    float[][] rows = new float[2 * reach][image.width()];
    for (int i = 0; i < rows.length; i++) {
      image.readRow(at - reach + i, rows[i]);
    }
    for (int x = from; x < to; x++) {
      for (int i = 0; i < line.length; i++) {
        line[i] = rows[i][x];
      }
      look.add(line);
    }
    return look.result(first, second, false, at);
  }
}
