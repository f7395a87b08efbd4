package org.nightjar.fits.internal.catalogue;

import java.nio.ByteBuffer;
import java.util.List;
import org.nightjar.api.reader.TableField;
import org.nightjar.api.reader.TableRows;

/** Turns columns into rows of bytes: FITS standard 4.0, section 7.3.3. */
final class RowPacker {
  private final List<TableField> fields;
  private final int rowBytes;
  private final ByteBuffer block;

  RowPacker(List<TableField> fields, int rowBytes, int blockBytes) {
    this.fields = fields;
    this.rowBytes = rowBytes;
    this.block = ByteBuffer.allocate(Math.max(rowBytes, blockBytes / rowBytes * rowBytes));
  }

  /** How many rows fit into one block. */
  int most() {
    return block.capacity() / rowBytes;
  }

  /** The bytes of some of the rows, at most {@link #most}, until the next call. */
  ByteBuffer pack(TableRows rows, int from, int count) {
    block.clear().limit(count * rowBytes);
    int at = 0;
    for (int column = 0; column < fields.size(); column++) {
      TableField field = fields.get(column);
      switch (field.type()) {
        case REAL -> reals(rows.reals(column), field.width(), from, count, at);
        case SINGLE -> singles(rows.singles(column), field.width(), from, count, at);
        case WHOLE -> wholes(rows.wholes(column), field.width(), from, count, at);
      }
      at += field.bytes();
    }
    return block;
  }

  private void reals(double[] values, int width, int from, int count, int start) {
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < width; i++) {
        block.putDouble(start + row * rowBytes + i * 8, values[(from + row) * width + i]);
      }
    }
  }

  private void singles(float[] values, int width, int from, int count, int start) {
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < width; i++) {
        block.putFloat(start + row * rowBytes + i * 4, values[(from + row) * width + i]);
      }
    }
  }

  private void wholes(long[] values, int width, int from, int count, int start) {
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < width; i++) {
        block.putLong(start + row * rowBytes + i * 8, values[(from + row) * width + i]);
      }
    }
  }
}
