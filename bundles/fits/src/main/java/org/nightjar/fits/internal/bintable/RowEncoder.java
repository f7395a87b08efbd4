package org.nightjar.fits.internal.bintable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.nightjar.fits.internal.card.Printable;

/** Makes the bytes of rows: FITS standard 4.0, section 7.3. */
final class RowEncoder<R> {
  /** Longer texts are cut, or one of them would widen every row. */
  static final int MOST_CHARACTERS = 2000;

  private static final String CUT = "...";

  private final List<TableColumn<R>> columns;
  private final int[] widths;
  private final ByteBuffer row;

  /**
   * Encodes rows.
   *
   * @param widths elements of each column: 1, or the characters of a text
   */
  RowEncoder(List<TableColumn<R>> columns, int[] widths) {
    this.columns = columns;
    this.widths = widths.clone();
    int bytes = 0;
    for (int i = 0; i < widths.length; i++) {
      bytes += widths[i] * columns.get(i).type().bytes();
    }
    this.row = ByteBuffer.allocate(bytes);
  }

  /** Bytes of a row. */
  int length() {
    return row.capacity();
  }

  /** The text of a cell, as it is stored. */
  static String text(Object cell) {
    String text = cell == null ? "" : Printable.of((String) cell).stripTrailing();
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, MOST_CHARACTERS - CUT.length()) + CUT;
  }

  /** The bytes of a row, until the next one is encoded. */
  ByteBuffer encode(R values) {
    row.clear();
    for (int i = 0; i < widths.length; i++) {
      TableColumn<R> column = columns.get(i);
      put(column.type(), column.cell().apply(values), widths[i]);
    }
    return row.flip();
  }

  private void put(CellType type, Object cell, int width) {
    switch (type) {
      case LOGICAL -> row.put((byte) (cell == null ? 0 : (Boolean) cell ? 'T' : 'F'));
      case INT -> row.putInt(cell == null ? Integer.MIN_VALUE : (Integer) cell);
      case LONG -> row.putLong(cell == null ? Long.MIN_VALUE : (Long) cell);
      case FLOAT -> row.putFloat(cell == null ? Float.NaN : (Float) cell);
      case DOUBLE -> row.putDouble(cell == null ? Double.NaN : (Double) cell);
      case TEXT -> {
        byte[] padded = new byte[width];
        byte[] text = text(cell).getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(text, 0, padded, 0, text.length);
        row.put(padded);
      }
    }
  }
}
