package org.nightjar.store;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.FiledReport;
import org.osgi.annotation.versioning.ProviderType;

/** Stored reports. Durable and failing as {@link Ledger} is. */
@ProviderType
public interface Reports {
  /** The report of a key. */
  Optional<FiledReport> find(String key) throws NightjarException;

  /** Reports that fit, newest first. */
  List<FiledReport> find(ReportQuery query) throws NightjarException;

  /**
   * All reports that fit, oldest first, whatever {@link ReportQuery#most} says: which ones is fixed
   * now, but they are read a page at a time while the list is walked, as they then are. For writers
   * of tables, whose list may be longer than memory.
   *
   * @return a list whose items may throw {@link java.io.UncheckedIOException} when the store fails
   */
  List<FiledReport> all(ReportQuery query) throws NightjarException;

  /**
   * Stores a report and settles the entry, in one transaction; its attachments are on disk already.
   * An earlier current report of the task on the product becomes superseded. If the key is there
   * already the entry is settled as duplicate. Does nothing if the entry is no longer pending. Told
   * as {@link Settled}.
   */
  void file(WorkItem item, FiledReport report) throws NightjarException;

  /** Does the same for several reports in one transaction: one sync of the disk for a batch. */
  void file(List<Filing> filings) throws NightjarException;

  /** Settles an entry whose report is there already. Told as {@link Settled}. */
  void duplicate(WorkItem item, String key) throws NightjarException;
}
