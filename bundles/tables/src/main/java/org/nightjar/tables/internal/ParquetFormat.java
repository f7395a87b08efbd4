package org.nightjar.tables.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.nightjar.api.error.NightjarException;
import org.nightjar.json.JsonLine;

/**
 * Apache Parquet, compressed by zstd. Units, UCDs and descriptions of the columns stand in the
 * file's metadata under {@value #COLUMNS}, as JSON: {@code {NAME: {unit, ucd, description}}}.
 */
final class ParquetFormat implements TableFormat {
  static final String COLUMNS = "nightjar.columns";

  private static final long ROW_GROUP_BYTES = 16L << 20;
  private static final int PAGE_BYTES = 64 << 10;
  private static final int DICTIONARY_BYTES = 64 << 10;

  @Override
  public void write(Table<?> table, OutputStream target) throws NightjarException, IOException {
    rows(table, target);
  }

  private static <R> void rows(Table<R> table, OutputStream target)
      throws NightjarException, IOException {
    try (ParquetWriter<R> writer =
        new RowSupport.Builder<R>(new StreamFile(target), table.columns(), metadata(table))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withPageSize(PAGE_BYTES)
            .withDictionaryPageSize(DICTIONARY_BYTES)
            .build()) {
      table.rows().each(writer::write);
    }
  }

  private static Map<String, String> metadata(Table<?> table) {
    ObjectNode columns = JsonLine.object();
    for (Column<?> column : table.columns()) {
      columns
          .putObject(column.name())
          .put("unit", column.unit())
          .put("ucd", column.ucd())
          .put("description", column.description());
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(COLUMNS, JsonLine.write(columns));
    return metadata;
  }
}
