package org.nightjar.tables.internal.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.nightjar.api.reader.TableFile;
import org.nightjar.api.reader.TableLayout;
import org.nightjar.api.reader.TableRows;
import org.nightjar.json.JsonLine;
import org.nightjar.tables.internal.stream.FlatColumns.Flat;

/** A table being written as text. */
final class CsvTable implements TableFile {
  private static final int FULL = 1 << 16;

  private final FileChannel channel;
  private final List<Flat> columns;
  private final StringBuilder text = new StringBuilder();

  private CsvTable(FileChannel channel, TableLayout layout) {
    this.channel = channel;
    this.columns = FlatColumns.of(layout.fields());
  }

  static CsvTable begin(FileChannel channel, TableLayout layout) throws IOException {
    CsvTable table = new CsvTable(channel, layout);
    table.head(layout);
    table.flush();
    return table;
  }

  static CsvTable goOn(FileChannel channel, TableLayout layout) {
    return new CsvTable(channel, layout);
  }

  private void head(TableLayout layout) {
    text.append("# %ECSV 1.0\n# ---\n# delimiter: ','\n# datatype:\n");
    for (Flat flat : columns) {
      ObjectNode column = JsonLine.object().put("name", flat.name());
      if (!flat.field().unit().isEmpty()) {
        column.put("unit", flat.field().unit());
      }
      column.put(
          "datatype",
          switch (flat.field().type()) {
            case REAL -> "float64";
            case SINGLE -> "float32";
            case WHOLE -> "int64";
          });
      if (!flat.field().description().isEmpty()) {
        column.put("description", flat.field().description());
      }
      text.append("# - ").append(JsonLine.write(column)).append('\n');
    }
    text.append("# meta: !!omap\n");
    text.append("# - ").append(JsonLine.write(JsonLine.object().put("TABLE", layout.name())));
    text.append('\n');
    layout
        .metadata()
        .forEach(
            (key, value) ->
                text.append("# - ")
                    .append(JsonLine.write(JsonLine.object().put(key, value)))
                    .append('\n'));
    text.append("# schema: astropy-2.0\n");
    text.append(columns.stream().map(Flat::name).collect(Collectors.joining(","))).append('\n');
  }

  @Override
  public void append(TableRows rows) throws IOException {
    for (int row = 0; row < rows.rows(); row++) {
      for (int i = 0; i < columns.size(); i++) {
        if (i > 0) {
          text.append(',');
        }
        cell(rows, columns.get(i), row);
      }
      text.append('\n');
      if (text.length() >= FULL) {
        flush();
      }
    }
  }

  private void cell(TableRows rows, Flat flat, int row) {
    int at = row * flat.field().width() + flat.place();
    switch (flat.field().type()) {
      case REAL -> text.append(special(rows.reals(flat.column())[at]));
      case SINGLE -> {
        float value = rows.singles(flat.column())[at];
        text.append(Float.isFinite(value) ? Float.toString(value) : special(value));
      }
      case WHOLE -> text.append(rows.wholes(flat.column())[at]);
    }
  }

  /** Numbers as Java writes them, the others as numpy does. */
  private static String special(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Double.toString(value);
  }

  private void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    text.setLength(0);
  }

  @Override
  public OptionalLong mark() throws IOException {
    flush();
    channel.force(false);
    return OptionalLong.of(channel.position());
  }

  @Override
  public void finish() throws IOException {
    flush();
    channel.force(true);
    channel.close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
