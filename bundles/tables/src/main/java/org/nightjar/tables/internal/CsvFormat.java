package org.nightjar.tables.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.nightjar.api.error.NightjarException;

/** Comma-separated values (RFC 4180) in UTF-8 with a line of names. */
final class CsvFormat implements TableFormat {
  @Override
  public void write(Table<?> table, OutputStream target) throws NightjarException, IOException {
    Writer out = new OutputStreamWriter(target, StandardCharsets.UTF_8);
    rows(table, out);
    out.flush();
  }

  private static <R> void rows(Table<R> table, Writer out) throws NightjarException, IOException {
    line(out, table.columns().stream().map(column -> column.name()).toList());
    table
        .rows()
        .each(
            row ->
                line(
                    out,
                    table.columns().stream()
                        .map(column -> text(column.cell().apply(row)))
                        .toList()));
  }

  private static void line(Writer out, List<String> cells) throws IOException {
    Iterator<String> each = cells.iterator();
    while (each.hasNext()) {
      out.write(each.next());
      out.write(each.hasNext() ? "," : "\r\n");
    }
  }

  private static String text(Object cell) {
    if (cell == null || (cell instanceof Double number && !Double.isFinite(number))) {
      return "";
    }
    return cell instanceof String text ? quoted(text) : cell.toString();
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe. */
  private static String quoted(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String plain = formula ? "'" + text : text;
    return plain.matches("(?s).*[\",\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }
}
