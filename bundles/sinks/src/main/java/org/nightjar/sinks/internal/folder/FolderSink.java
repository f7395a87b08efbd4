package org.nightjar.sinks.internal.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.reader.ReportWriter.Scope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.environment.Folders;
import org.nightjar.sinks.Formats;
import org.nightjar.sinks.ReportFolder;
import org.nightjar.sinks.internal.delivery.BufferedSink;
import org.nightjar.store.AttachmentStore;
import org.nightjar.store.ReportQuery;
import org.nightjar.store.Reports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Keeps a folder of results: files about products at once, tables of a night some seconds later.
 * For one thread.
 */
@Component(
    service = FolderSink.class,
    configurationPid = "org.nightjar.sinks",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SinkSettings.class)
public final class FolderSink implements BufferedSink {
  private static final int MOST_WAITING = 256;
  private static final int MOST_ON_A_PRODUCT = 1000;

  /** A table is written for at most a tenth of the time, however long it gets. */
  private static final int REST = 10;

  private final Reports reports;
  private final AttachmentStore attachments;
  private final Formats formats;
  private final Optional<Path> folder;
  private final List<String> names;
  private final Duration interval;
  private final LongSupplier nanos;

  /** What changed since it was written: a report on each product by the product's checksum. */
  private final Map<String, FiledReport> products = new LinkedHashMap<>();

  /** Nights that changed since their tables were written. */
  private final Set<LocalDate> nights = new TreeSet<>();

  private long tablesFrom;

  /** Made by the component runtime. */
  @Activate
  public FolderSink(
      @Reference Folders folders,
      @Reference Reports reports,
      @Reference AttachmentStore attachments,
      @Reference Formats formats,
      SinkSettings settings) {
    this(folders, reports, attachments, formats, settings, System::nanoTime);
  }

  FolderSink(
      Folders folders,
      Reports reports,
      AttachmentStore attachments,
      Formats formats,
      SinkSettings settings,
      LongSupplier nanos) {
    this.reports = reports;
    this.attachments = attachments;
    this.formats = formats;
    this.folder =
        Optional.of(settings.folder())
            .filter(text -> !text.isBlank())
            .map(text -> folders.data().resolve(text).toAbsolutePath().normalize());
    this.names = Arrays.stream(settings.formats()).filter(text -> !text.isBlank()).toList();
    this.interval = Duration.ofSeconds(settings.tableSeconds());
    this.nanos = nanos;
    this.tablesFrom = nanos.getAsLong();
  }

  /** Whether anything is to be written at all. */
  public boolean on() {
    return folder.isPresent() && !names.isEmpty();
  }

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public void accept(FiledReport report) throws NightjarException {
    if (products.size() >= MOST_WAITING) {
      writeProducts(formats.named(names));
    }
    products.put(report.product().sha256(), report);
    nights.add(report.night());
  }

  @Override
  public boolean flush(boolean now) throws NightjarException {
    List<ReportWriter> writers = formats.named(names);
    writeProducts(writers);
    writeTables(writers, now);
    return nights.isEmpty();
  }

  private void writeProducts(List<ReportWriter> writers) throws NightjarException {
    Iterator<FiledReport> waiting = products.values().iterator();
    while (waiting.hasNext()) {
      FiledReport changed = waiting.next();
      List<FiledReport> standing =
          reports.find(query(Optional.of(changed.product().sha256()), Optional.empty()));
      List<FiledReport> shown = standing.isEmpty() ? List.of(changed) : inOrder(standing);
      night(shown.get(0).night(), writers).product(shown);
      waiting.remove();
    }
  }

  private void writeTables(List<ReportWriter> writers, boolean now) throws NightjarException {
    long began = nanos.getAsLong();
    boolean tables = writers.stream().anyMatch(writer -> writer.scope() == Scope.COLLECTION);
    if (tables && !now && began - tablesFrom < 0) {
      return;
    }
    Iterator<LocalDate> waiting = nights.iterator();
    while (waiting.hasNext()) {
      LocalDate each = waiting.next();
      if (tables) {
        night(each, writers).tables(reports.all(query(Optional.empty(), Optional.of(each))));
      }
      waiting.remove();
    }
    long end = nanos.getAsLong();
    tablesFrom = end + Math.max(interval.toNanos(), REST * (end - began));
  }

  private ReportFolder night(LocalDate night, List<ReportWriter> writers) {
    return new ReportFolder(
        folder.orElseThrow().resolve(night.toString()),
        writers,
        attachment -> attachments.open(attachment.sha256()));
  }

  private static List<FiledReport> inOrder(List<FiledReport> newestFirst) {
    List<FiledReport> sorted = new ArrayList<>(newestFirst);
    sorted.sort((one, other) -> one.task().compareTo(other.task()));
    return sorted;
  }

  private static ReportQuery query(Optional<String> product, Optional<LocalDate> night) {
    return new ReportQuery(
        product, Optional.empty(), night, Optional.empty(), false, MOST_ON_A_PRODUCT);
  }
}
