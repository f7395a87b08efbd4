package org.nightjar.fits.internal.table;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Column;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.TablePart;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;

/**
 * A binary table as a part. Columns of numbers, flags (0 and 1) and text are read; complex, bit and
 * variable-length columns are not listed.
 */
public final class BinaryTable implements TablePart {
  private final PartInfo info;
  private final String place;
  private final StoredColumns stored;
  private final RowReader rows;

  /** The table of an HDU. */
  public BinaryTable(Hdu hdu, PartInfo info, Bytes bytes) throws NightjarException {
    this.info = info;
    this.place = hdu.header().place();
    this.stored = StoredColumns.of(hdu);
    this.rows = new RowReader(bytes, hdu.dataStart(), stored.rowBytes());
  }

  @Override
  public PartInfo info() {
    return info;
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (StoredColumn column : stored.all()) {
      boolean text = column.code() == 'A';
      if ((text || column.numeric()) && column.repeat() > 0) {
        columns.add(
            new Column(column.name(), column.numeric(), column.unit(), text ? 1 : column.repeat()));
      }
    }
    return columns;
  }

  @Override
  public long rows() {
    return stored.rows();
  }

  @Override
  public void read(String column, long first, DoubleBuffer target) throws NightjarException {
    StoredColumn source = column(column, true);
    rows.read(
        source,
        first,
        fitting(source, first, target.remaining()),
        field -> {
          for (int i = 0; i < source.repeat(); i++) {
            target.put(number(source, field));
          }
        });
  }

  @Override
  public void read(String column, long first, LongBuffer target) throws NightjarException {
    StoredColumn source = column(column, true);
    if (!source.integer()) {
      throw bad("column " + column + " does not hold whole numbers", "Read it as double");
    }
    rows.read(
        source,
        first,
        fitting(source, first, target.remaining()),
        field -> {
          for (int i = 0; i < source.repeat(); i++) {
            target.put(whole(source, field));
          }
        });
  }

  @Override
  public List<String> text(String column, long first, int count) throws NightjarException {
    StoredColumn source = column(column, false);
    List<String> texts = new ArrayList<>();
    byte[] value = new byte[source.bytes()];
    rows.read(
        source,
        first,
        Math.min(count, Math.max(0, rows() - first)),
        field -> {
          field.get(value);
          texts.add(ended(value));
        });
    return texts;
  }

  private static String ended(byte[] value) {
    int end = 0;
    while (end < value.length && value[end] != 0) {
      end++;
    }
    return new String(value, 0, end, StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static double number(StoredColumn column, ByteBuffer field) {
    double value;
    switch (column.code()) {
      case 'E' -> value = field.getFloat();
      case 'D' -> value = field.getDouble();
      case 'L' -> {
        byte flag = field.get();
        return flag == 'T' ? 1 : flag == 'F' ? 0 : Double.NaN;
      }
      default -> {
        long stored = integer(column, field);
        if (column.missing().isPresent() && column.missing().getAsLong() == stored) {
          return Double.NaN;
        }
        value = stored;
      }
    }
    boolean plain = column.scale() == 1.0 && column.zero() == 0.0;
    return plain ? value : column.zero() + column.scale() * value;
  }

  private static long whole(StoredColumn column, ByteBuffer field) {
    if (column.code() == 'L') {
      return field.get() == 'T' ? 1 : 0;
    }
    long value = integer(column, field);
    return column.zero() == 0x1p63 ? value ^ Long.MIN_VALUE : value + (long) column.zero();
  }

  private static long integer(StoredColumn column, ByteBuffer field) {
    return switch (column.code()) {
      case 'B' -> field.get() & 0xff;
      case 'I' -> field.getShort();
      case 'J' -> field.getInt();
      default -> field.getLong();
    };
  }

  private long fitting(StoredColumn column, long first, int room) throws NightjarException {
    if (first < 0 || first > rows()) {
      throw bad("row " + first + " of " + rows(), "Ask for a row of the table");
    }
    return Math.min(rows() - first, room / column.repeat());
  }

  private StoredColumn column(String name, boolean numeric) throws NightjarException {
    StoredColumn column =
        stored
            .find(name)
            .orElseThrow(
                () ->
                    NightjarException.of(
                        StandardError.NOT_FOUND,
                        "no column " + name,
                        place,
                        "Columns: " + columns().stream().map(Column::name).toList()));
    boolean fits = numeric ? column.numeric() && column.repeat() > 0 : column.code() == 'A';
    if (!fits) {
      throw bad("column " + name + " holds " + (numeric ? "no numbers" : "no text"), "");
    }
    return column;
  }

  private NightjarException bad(String message, String remedy) {
    return NightjarException.of(StandardError.BAD_ARGUMENT, message, place, remedy);
  }
}
