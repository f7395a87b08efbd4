package org.nightjar.imaging.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nightjar.api.reader.MaskPlane;
import org.nightjar.api.reader.MaskWriter;

/** A writer that keeps the masks it was given. */
final class PackedMasks implements MaskWriter {

  /** A mask with its pixels. */
  record Packed(String part, int width, int[][] pixels) {
    long count(int bit) {
      long count = 0;
      for (int[] row : pixels) {
        for (int pixel : row) {
          count += (pixel >> bit) & 1;
        }
      }
      return count;
    }
  }

  private final List<Packed> packed = Collections.synchronizedList(new ArrayList<>());

  List<Packed> packed() {
    return List.copyOf(packed);
  }

  @Override
  public byte[] plane(MaskPlane plane) {
    int[][] pixels = new int[plane.height()][plane.width()];
    for (int y = 0; y < plane.height(); y++) {
      plane.rows().read(y, pixels[y]);
    }
    packed.add(new Packed(plane.part(), plane.width(), pixels));
    return new byte[] {1};
  }

  @Override
  public byte[] file(List<byte[]> planes) {
    return new byte[planes.size()];
  }
}
