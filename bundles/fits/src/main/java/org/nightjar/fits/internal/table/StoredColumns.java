package org.nightjar.fits.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.header.Header;

/**
 * The columns of a binary table, checked against the length of its rows.
 *
 * @param all columns in order
 * @param rowBytes NAXIS1
 * @param rows NAXIS2
 */
public record StoredColumns(List<StoredColumn> all, int rowBytes, long rows) {
  private static final Pattern FORM = Pattern.compile("(\\d{0,9})([LXBIJKAEDCMPQ])(.*)");

  /** What the header of a binary table says. */
  public static StoredColumns of(Hdu hdu) throws NightjarException {
    Header header = hdu.header();
    int rowBytes = (int) header.required("NAXIS1", 0, Integer.MAX_VALUE - 8);
    long rows = header.required("NAXIS2", 0, Long.MAX_VALUE >> 1);
    int fields = (int) header.required("TFIELDS", 0, 999);
    List<StoredColumn> columns = new ArrayList<>(fields);
    long offset = 0;
    for (int i = 1; i <= fields; i++) {
      StoredColumn column = column(header, i, (int) offset);
      offset += column.bytes();
      if (offset > rowBytes) {
        throw header.corrupt(
            "columns up to TFORM" + i + " need " + offset + " bytes, a row has " + rowBytes);
      }
      columns.add(column);
    }
    return new StoredColumns(List.copyOf(columns), rowBytes, rows);
  }

  private static StoredColumn column(Header header, int i, int offset) throws NightjarException {
    String form = header.text("TFORM" + i).orElse("");
    Matcher matcher = FORM.matcher(form);
    if (!matcher.matches()) {
      throw header.corrupt("TFORM" + i + " is '" + form + "'");
    }
    int repeat = matcher.group(1).isEmpty() ? 1 : Integer.parseInt(matcher.group(1));
    char code = matcher.group(2).charAt(0);
    long bytes = code == 'X' ? (repeat + 7L) / 8 : (long) repeat * StoredColumn.elementBytes(code);
    if (bytes > Integer.MAX_VALUE - 8) {
      throw header.corrupt("TFORM" + i + " is '" + form + "', longer than any row");
    }
    char element = matcher.group(3).isEmpty() ? ' ' : matcher.group(3).charAt(0);
    return new StoredColumn(
        header.text("TTYPE" + i).orElse("col" + i),
        code,
        repeat,
        element,
        offset,
        (int) bytes,
        header.number("TSCAL" + i).orElse(1.0),
        header.number("TZERO" + i).orElse(0.0),
        header.integer("TNULL" + i),
        header.text("TUNIT" + i).orElse(""));
  }

  /** The column of this name, whatever the case of its letters. */
  public Optional<StoredColumn> find(String name) {
    return all.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Bytes of all rows. */
  public long bytes() {
    return rows * rowBytes;
  }
}
