package org.nightjar.api.reader;

import java.io.IOException;
import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes tables that are longer than memory in one format, such as FITS or Parquet. Register it as
 * an OSGi service. The same layout and rows give the same bytes, however the rows were divided into
 * chunks and whether or not the file was resumed in between.
 */
@ConsumerType
public interface TableFileWriter {
  /** Name of the format, lower case. */
  String name();

  /** One line for people. */
  String title();

  /** How the names of its files end, such as {@code .fits}. */
  String suffix();

  /** Begins a file; one that is there is replaced. */
  TableFile create(Path file, TableLayout layout) throws NightjarException, IOException;

  /**
   * Goes on with an unfinished file. What was written after the mark is given up.
   *
   * @param mark what {@link TableFile#mark} gave
   * @throws NightjarException {@code CORRUPT} if the file is shorter than that; {@code UNSUPPORTED}
   *     if the format cannot go on
   */
  TableFile resume(Path file, TableLayout layout, long mark) throws NightjarException, IOException;
}
