package org.nightjar.tables.internal.stream;

import java.io.IOException;
import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.TableFile;
import org.nightjar.api.reader.TableFileWriter;
import org.nightjar.api.reader.TableLayout;
import org.osgi.service.component.annotations.Component;

/**
 * Tables of any length as Apache Parquet, compressed by zstd. Its index stands at the end, so that
 * a file that was broken off has to be written anew.
 */
@Component(service = TableFileWriter.class)
public final class ParquetTableWriter implements TableFileWriter {
  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public String title() {
    return "Apache Parquet";
  }

  @Override
  public String suffix() {
    return ".parquet";
  }

  @Override
  public TableFile create(Path file, TableLayout layout) throws IOException {
    return new ParquetTable(file, layout);
  }

  @Override
  public TableFile resume(Path file, TableLayout layout, long mark) throws NightjarException {
    throw NightjarException.of(
        StandardError.UNSUPPORTED,
        "a Parquet file cannot be continued",
        file.toString(),
        "Write it anew");
  }
}
