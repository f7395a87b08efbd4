package org.nightjar.api.reader;

import java.io.Closeable;
import java.io.IOException;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/** A table that grows. For one thread; closing it before {@link #finish} leaves it unfinished. */
@ConsumerType
public interface TableFile extends Closeable {
  /** Adds rows, whose arrays belong to the caller again afterwards. */
  void append(TableRows rows) throws NightjarException, IOException;

  /**
   * Makes what was appended outlast a crash.
   *
   * @return where {@link TableFileWriter#resume} can go on; empty for a format that cannot
   */
  OptionalLong mark() throws IOException;

  /** Completes the file and makes it outlast a crash. */
  void finish() throws NightjarException, IOException;
}
