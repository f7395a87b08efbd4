package org.nightjar.fits.internal.catalogue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.TableFile;
import org.nightjar.api.reader.TableFileWriter;
import org.nightjar.api.reader.TableLayout;
import org.nightjar.fits.internal.bintable.TableExtension;
import org.osgi.service.component.annotations.Component;

/** Tables of any length as a BINTABLE; a mark is the number of rows. */
@Component(service = TableFileWriter.class)
public final class FitsTableWriter implements TableFileWriter {
  /** A row of a BINTABLE may be longer, but nobody's reader would take it. */
  private static final long MOST_ROW_BYTES = 1 << 24;

  @Override
  public String name() {
    return "fits";
  }

  @Override
  public String title() {
    return "FITS binary table";
  }

  @Override
  public String suffix() {
    return ".fits";
  }

  @Override
  public TableFile create(Path file, TableLayout layout) throws NightjarException, IOException {
    check(layout);
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    return open(channel, file, layout, 0);
  }

  @Override
  public TableFile resume(Path file, TableLayout layout, long mark)
      throws NightjarException, IOException {
    check(layout);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return open(channel, file, layout, mark);
  }

  private static TableFile open(FileChannel channel, Path file, TableLayout layout, long rows)
      throws NightjarException, IOException {
    try {
      return new GrowingTable(channel, file, layout, rows);
    } catch (NightjarException | IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void check(TableLayout layout) throws NightjarException {
    if (layout.fields().size() > TableExtension.MOST_COLUMNS) {
      throw NightjarException.of(
          StandardError.TOO_LARGE,
          "%d columns in the table %s, FITS has at most %d"
              .formatted(layout.fields().size(), layout.name(), TableExtension.MOST_COLUMNS),
          "",
          "Write fewer columns, or another format");
    }
    if (layout.rowBytes() > MOST_ROW_BYTES) {
      throw NightjarException.of(
          StandardError.TOO_LARGE,
          "a row of the table %s has %d bytes, at most %d are written"
              .formatted(layout.name(), layout.rowBytes(), MOST_ROW_BYTES),
          "",
          "Write fewer columns, or another format");
    }
  }
}
