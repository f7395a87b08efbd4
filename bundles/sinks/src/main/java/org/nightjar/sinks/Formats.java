package org.nightjar.sinks;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.ReportWriter;
import org.osgi.annotation.versioning.ProviderType;

/** The formats that reports can be written in: one for each {@link ReportWriter} that is there. */
@ProviderType
public interface Formats {
  /** The word that stands for all formats. */
  String ALL = "all";

  /** Names, in alphabetical order. */
  Set<String> names();

  /**
   * Writers of these formats, each once, in the order of the names; {@link #ALL} means every one.
   *
   * @throws NightjarException {@code BAD_ARGUMENT} if there is no such format, naming those there
   *     are
   */
  List<ReportWriter> named(Collection<String> names) throws NightjarException;
}
