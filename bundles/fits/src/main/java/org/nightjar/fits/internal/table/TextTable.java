package org.nightjar.fits.internal.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import nom.tam.fits.AsciiTable;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Column;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.TablePart;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;

/** A text table (XTENSION TABLE) as a part, read by nom-tam-fits and held in memory. */
public final class TextTable implements TablePart {
  private static final long MOST_BYTES = 256L << 20;

  private final PartInfo info;
  private final Hdu hdu;
  private final Bytes bytes;
  private final List<Column> columns = new ArrayList<>();
  private AsciiTable table;

  /** The table of an HDU. */
  public TextTable(Hdu hdu, PartInfo info, Bytes bytes) throws NightjarException {
    this.info = info;
    this.hdu = hdu;
    this.bytes = bytes;
    int fields = (int) hdu.header().required("TFIELDS", 0, 999);
    for (int i = 1; i <= fields; i++) {
      String form = hdu.header().text("TFORM" + i).orElse("A");
      columns.add(
          new Column(
              hdu.header().text("TTYPE" + i).orElse("col" + i),
              !form.startsWith("A"),
              hdu.header().text("TUNIT" + i).orElse(""),
              1));
    }
  }

  @Override
  public PartInfo info() {
    return info;
  }

  @Override
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  @Override
  public long rows() {
    return hdu.header().integer("NAXIS2").orElse(0);
  }

  @Override
  public synchronized void read(String column, long first, DoubleBuffer target)
      throws NightjarException {
    int index = index(column, true);
    Object values = values(index);
    long last = last(first, target.remaining());
    for (int row = (int) first; row < last; row++) {
      target.put(table.isNull(row, index) ? Double.NaN : Array.getDouble(values, row));
    }
  }

  @Override
  public synchronized void read(String column, long first, LongBuffer target)
      throws NightjarException {
    Object values = values(index(column, true));
    if (values instanceof double[] || values instanceof float[]) {
      throw fault(StandardError.BAD_ARGUMENT, column + " does not hold whole numbers");
    }
    long last = last(first, target.remaining());
    for (int row = (int) first; row < last; row++) {
      target.put(Array.getLong(values, row));
    }
  }

  @Override
  public synchronized List<String> text(String column, long first, int count)
      throws NightjarException {
    Object values = values(index(column, false));
    List<String> texts = new ArrayList<>();
    long last = last(first, count);
    for (int row = (int) first; row < last; row++) {
      texts.add(String.valueOf(Array.get(values, row)).stripTrailing());
    }
    return texts;
  }

  private int index(String name, boolean numeric) throws NightjarException {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equalsIgnoreCase(name)) {
        if (columns.get(i).numeric() != numeric) {
          throw fault(
              StandardError.BAD_ARGUMENT, name + " holds " + (numeric ? "text" : "numbers"));
        }
        return i;
      }
    }
    throw fault(StandardError.NOT_FOUND, "no column " + name);
  }

  private long last(long first, int count) throws NightjarException {
    if (first < 0 || first > rows()) {
      throw fault(StandardError.BAD_ARGUMENT, "row " + first + " of " + rows());
    }
    return Math.min(rows(), first + count);
  }

  private Object values(int column) throws NightjarException {
    try {
      if (table == null) {
        table = load();
      }
      return table.getColumn(column);
    } catch (IOException | RuntimeException e) {
      throw new NightjarException(
          hdu.header().corrupt("the text table cannot be read: " + e).problem(), e);
    }
  }

  private AsciiTable load() throws NightjarException, IOException {
    if (hdu.dataLength() > MOST_BYTES) {
      throw fault(StandardError.TOO_LARGE, "a text table of " + hdu.dataLength() + " bytes");
    }
    byte[] unit = new byte[(int) (hdu.end() - hdu.start())];
    bytes.read(hdu.start(), ByteBuffer.wrap(unit));
    try (Fits fits = new Fits(new ByteArrayInputStream(unit))) {
      if (fits.readHDU().getData() instanceof AsciiTable loaded) {
        loaded.getData();
        return loaded;
      }
      throw new FitsException("not taken for a text table");
    }
  }

  private NightjarException fault(StandardError code, String message) {
    return NightjarException.of(code, message, hdu.header().place(), "");
  }
}
