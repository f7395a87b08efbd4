package org.nightjar.tables.internal.stream;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.TableFile;
import org.nightjar.api.reader.TableFileWriter;
import org.nightjar.api.reader.TableLayout;
import org.osgi.service.component.annotations.Component;

/**
 * Tables of any length as comma-separated values, headed by the comment lines of ECSV 1.0 (Astropy
 * Proposal for Enhancement 6): units, meanings, metadata. A mark is an offset in bytes.
 */
@Component(service = TableFileWriter.class)
public final class CsvTableWriter implements TableFileWriter {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String title() {
    return "comma-separated values with the header of ECSV";
  }

  @Override
  public String suffix() {
    return ".csv";
  }

  @Override
  public TableFile create(Path file, TableLayout layout) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      return CsvTable.begin(channel, layout);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public TableFile resume(Path file, TableLayout layout, long mark)
      throws NightjarException, IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    if (channel.size() < mark) {
      long size = channel.size();
      channel.close();
      throw NightjarException.of(
          StandardError.CORRUPT,
          "the unfinished table has %d bytes, %d were noted as safe".formatted(size, mark),
          file.toString(),
          "Begin anew");
    }
    channel.truncate(mark);
    channel.position(mark);
    return CsvTable.goOn(channel, layout);
  }
}
