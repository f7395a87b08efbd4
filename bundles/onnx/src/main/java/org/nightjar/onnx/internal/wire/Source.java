package org.nightjar.onnx.internal.wire;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.onnx.model.Bytes;

/**
 * The bytes of one file, and how much may still be made of them: a small file can ask for a great
 * many objects.
 */
final class Source {
  /** Most messages, texts and numbers outside tensors. */
  private static final int MOST_ITEMS = 4_000_000;

  /** Most bytes of tensors that are not stored as they are used. */
  private static final long MOST_UNPACKED = 512L << 20;

  private final ByteBuffer bytes;
  private final String place;
  private int items = MOST_ITEMS;
  private long unpacked = MOST_UNPACKED;

  Source(ByteBuffer bytes, String place) {
    this.bytes = bytes.slice();
    this.place = place;
  }

  int length() {
    return bytes.limit();
  }

  byte at(int position) {
    return bytes.get(position);
  }

  Bytes bytes(int from, int to) {
    return Bytes.view(bytes.slice(from, to - from));
  }

  void copy(int from, byte[] target, int at, int count) {
    bytes.get(from, target, at, count);
  }

  void countItems(int more, int position) throws NightjarException {
    items -= more;
    if (items < 0) {
      throw refused("more than " + MOST_ITEMS + " nodes, names and numbers in it", position);
    }
  }

  void countUnpacked(long more, int position) throws NightjarException {
    unpacked -= more;
    if (unpacked < 0) {
      throw refused("more than " + MOST_UNPACKED + " bytes of packed numbers in it", position);
    }
  }

  NightjarException refused(String message, int position) {
    return NightjarException.of(
        StandardError.MODEL_REFUSED,
        message + ", at byte " + position,
        place,
        "Export the model again as one self-contained ONNX file, and copy it whole.");
  }
}
