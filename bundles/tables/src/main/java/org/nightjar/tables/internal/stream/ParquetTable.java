package org.nightjar.tables.internal.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.nightjar.api.reader.TableFile;
import org.nightjar.api.reader.TableLayout;
import org.nightjar.api.reader.TableRows;
import org.nightjar.json.JsonLine;
import org.nightjar.tables.internal.StreamFile;
import org.nightjar.tables.internal.stream.FlatColumns.Flat;

/** A Parquet file being written. */
final class ParquetTable implements TableFile {
  private static final String COLUMNS = "nightjar.columns";
  private static final long ROW_GROUP_BYTES = 16L << 20;
  private static final int PAGE_BYTES = 64 << 10;
  private static final int BUFFER = 1 << 17;

  private final FileChannel channel;
  private final ParquetWriter<RowCursor> writer;
  private boolean finished;

  ParquetTable(Path file, TableLayout layout) throws IOException {
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    List<Flat> columns = FlatColumns.of(layout.fields());
    this.writer =
        new CursorSupport.Builder(
                new StreamFile(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)),
                columns,
                metadata(layout, columns))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withPageSize(PAGE_BYTES)
            .withDictionaryEncoding(false) // random numbers do not repeat
            .build();
  }

  private static Map<String, String> metadata(TableLayout layout, List<Flat> columns) {
    ObjectNode all = JsonLine.object();
    for (Flat column : columns) {
      all.putObject(column.name())
          .put("unit", column.field().unit())
          .put("ucd", column.field().ucd())
          .put("description", column.field().description());
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(COLUMNS, JsonLine.write(all));
    metadata.put("nightjar.table", layout.name());
    layout
        .metadata()
        .forEach((key, value) -> metadata.put("nightjar." + key.toLowerCase(Locale.ROOT), value));
    return metadata;
  }

  @Override
  public void append(TableRows rows) throws IOException {
    RowCursor cursor = new RowCursor(rows);
    for (int row = 0; row < rows.rows(); row++) {
      writer.write(cursor.at(row));
    }
  }

  @Override
  public OptionalLong mark() {
    return OptionalLong.empty();
  }

  @Override
  public void finish() throws IOException {
    finished = true;
    writer.close();
    channel.force(true);
    channel.close();
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      finished = true;
      try (channel) {
        writer.close();
      }
    }
  }
}
