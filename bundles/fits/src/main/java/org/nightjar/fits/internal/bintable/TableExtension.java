package org.nightjar.fits.internal.bintable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.card.CardList;
import org.nightjar.fits.internal.checksum.WordSum;
import org.nightjar.fits.internal.write.HeaderBlock;

/**
 * Writes a table as a BINTABLE extension. The rows are walked three times, for the widths of texts,
 * for the checksum and for the bytes, so that one row is in memory, however many there are.
 */
public final class TableExtension<R> {
  /** TFIELDS ends here (FITS standard 4.0, section 7.2.1). */
  public static final int MOST_COLUMNS = 999;

  private static final int BLOCK = 2880;

  private final TableContent<R> table;
  private final int[] widths;
  private long count;

  private TableExtension(TableContent<R> table) {
    this.table = table;
    this.widths = new int[table.columns().size()];
    Arrays.fill(widths, 1);
  }

  /**
   * Writes a table; leaves the stream open.
   *
   * @throws NightjarException TOO_LARGE for more than {@value #MOST_COLUMNS} columns
   */
  public static <R> void write(TableContent<R> table, OutputStream target)
      throws NightjarException, IOException {
    if (table.columns().size() > MOST_COLUMNS) {
      throw NightjarException.of(
          StandardError.TOO_LARGE,
          "%d columns in the table %s, FITS has at most %d"
              .formatted(table.columns().size(), table.name(), MOST_COLUMNS),
          "",
          "Write the reports of one task at a time: --task NAME");
    }
    TableExtension<R> extension = new TableExtension<>(table);
    table.rows().each(extension::measure);
    extension.writeTo(target);
  }

  private void measure(R row) {
    count++;
    for (int i = 0; i < widths.length; i++) {
      TableColumn<R> column = table.columns().get(i);
      if (column.type() == CellType.TEXT) {
        widths[i] = Math.max(widths[i], RowEncoder.text(column.cell().apply(row)).length());
      }
    }
  }

  private void writeTo(OutputStream target) throws NightjarException, IOException {
    RowEncoder<R> encoder = new RowEncoder<>(table.columns(), widths);
    WordSum sum = new WordSum();
    table.rows().each(row -> sum.add(encoder.encode(row)));
    target.write(HeaderBlock.of(cards(encoder.length()), sum.value()));
    table
        .rows()
        .each(
            row -> {
              ByteBuffer bytes = encoder.encode(row);
              target.write(bytes.array(), 0, bytes.limit());
            });
    long end = Math.multiplyExact(count, encoder.length()) % BLOCK;
    target.write(new byte[(int) ((BLOCK - end) % BLOCK)]);
  }

  private List<String> cards(int rowBytes) throws NightjarException {
    CardList cards =
        new CardList()
            .put("XTENSION", "BINTABLE", "")
            .put("BITPIX", 8, "")
            .put("NAXIS", 2, "")
            .put("NAXIS1", rowBytes, "bytes of a row")
            .put("NAXIS2", count, "rows")
            .put("PCOUNT", 0, "")
            .put("GCOUNT", 1, "")
            .put("TFIELDS", widths.length, "columns")
            .put("EXTNAME", table.name(), "");
    for (int i = 0; i < widths.length; i++) {
      TableColumn<R> column = table.columns().get(i);
      int number = i + 1;
      cards.put("TTYPE" + number, column.name(), "");
      cards.put("TFORM" + number, widths[i] + "" + column.type().letter(), "");
      cards.put("TUNIT" + number, column.unit().isEmpty() ? null : column.unit(), "");
      cards.put("TNULL" + number, column.type().undefined(), "no value");
      cards.put("TCOMM" + number, column.description(), "");
    }
    return cards.all();
  }
}
