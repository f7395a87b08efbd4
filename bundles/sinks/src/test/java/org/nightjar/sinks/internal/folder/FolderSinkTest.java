package org.nightjar.sinks.internal.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.health.HealthStatus;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.sinks.internal.InstalledFormats;
import org.nightjar.sinks.internal.Store;
import org.nightjar.sinks.internal.delivery.Delivery;
import org.nightjar.sinks.internal.json.JsonWriter;
import org.nightjar.sinks.internal.page.PageWriter;

class FolderSinkTest {
  private record Settings(String folder, String[] formats, long tableSeconds)
      implements SinkSettings {
    @Override
    public Class<? extends Annotation> annotationType() {
      return SinkSettings.class;
    }
  }

  @TempDir Path data;
  private final AtomicLong nanos = new AtomicLong();
  private Store store;
  private Delivery delivery;
  private FolderSink sink;

  @BeforeEach
  void open() throws Exception {
    store = new Store(data);
    sink = sink("results", 10, "json", "html");
    delivery = new Delivery(store.deliveries, store.bus);
    delivery.add(sink);
  }

  @AfterEach
  void close() {
    delivery.stop();
    store.close();
  }

  @Test
  void everyReportIsWrittenOutAndAStateChangeToo() throws Exception {
    delivery.start();
    store.file("/night/a.fits", "1", junk("old"));
    await().until(() -> page("a").contains("Old"));
    FiledReport young = store.file("/night/a.fits", "2", junk("young"));
    await().until(() -> page("a").contains("Young") && !page("a").contains("Old"));
    nanos.addAndGet(60_000_000_000L);
    await().until(() -> lines().size() == 1 && lines().get(0).contains(young.key()));
    await().until(() -> store.deliveries.delivered("folder") == 3);
    assertThat(delivery.check().status()).isEqualTo(HealthStatus.OK);
    try (Stream<Path> all = Files.walk(results())) {
      assertThat(all).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  @Test
  void filesOfOneNameInTwoFoldersAreTwo() throws Exception {
    delivery.start();
    store.file("/one/a.fits", "1", junk("first"));
    store.file("/two/a.fits.fz", "1", junk("second"));
    await().until(() -> pages("a").size() == 2);
  }

  @Test
  void aFolderThatCannotBeWrittenHoldsUpNobodyAndIsTriedAgain() throws Exception {
    Files.writeString(data.resolve("results"), "a file where the folder should be");
    delivery.start();
    store.file("/night/a.fits", "1", junk("a"));
    await().until(() -> delivery.check().status() == HealthStatus.TEMPORARILY_UNAVAILABLE);
    assertThat(delivery.check().message()).contains("folder is 1 behind", "DISK_FULL", "results");
    for (int i = 0; i < 300; i++) {
      store.file("/night/b" + i + ".fits", "1", junk("b"));
    }
    assertThat(store.deliveries.delivered("folder")).isZero();
    Files.delete(data.resolve("results"));
    nanos.addAndGet(60_000_000_000L);
    await()
        .atMost(java.time.Duration.ofSeconds(60))
        .until(() -> pages("b").size() == 300 && pages("a").size() == 1);
    nanos.addAndGet(60_000_000_000L);
    await().until(() -> lines().size() == 301);
    await().until(() -> store.deliveries.delivered("folder") == 301);
  }

  @Test
  void deliveryGoesOnWhereARestartBrokeItOff() throws Exception {
    store.file("/night/a.fits", "1", junk("a"));
    sink.accept(store.deliveries.since(0, 1).get(0).report());
    assertThat(sink.flush(false)).isTrue();
    nanos.addAndGet(1);
    store.file("/night/b.fits", "1", junk("b"));
    sink.accept(store.deliveries.since(1, 1).get(0).report());
    assertThat(sink.flush(false)).as("the night's table rests").isFalse();
    assertThat(lines()).hasSize(1);
    store.close();

    // The process ended before the cursor was kept: both come again, and nothing is doubled.
    open();
    delivery.start();
    await().until(() -> lines().size() == 2);
    assertThat(pages("a")).hasSize(1);
    assertThat(pages("b")).hasSize(1);
    await().until(() -> store.deliveries.delivered("folder") == 2);
    delivery.stop();
    store.file("/night/c.fits", "1", junk("c"));
    assertThat(store.deliveries.delivered("folder")).isEqualTo(2);
  }

  @Test
  void aRestKeepsALongTableFromBeingWrittenAllTheTime() throws Exception {
    for (int i = 0; i < 5; i++) {
      store.file("/night/a" + i + ".fits", "1", junk("a"));
      sink.accept(store.deliveries.since(i, 1).get(0).report());
      sink.flush(false);
    }
    assertThat(lines()).hasSize(1);
    nanos.addAndGet(10_000_000_000L);
    assertThat(sink.flush(false)).isTrue();
    assertThat(lines()).hasSize(5);
  }

  @Test
  void anUnknownFormatIsSaidAndNothingIsLost() throws Exception {
    FolderSink wrong = sink("results", 0, "jsn");
    FiledReport report = store.file("/night/a.fits", "1", junk("a"));
    wrong.accept(report);
    assertThatThrownBy(() -> wrong.flush(true))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("'jsn'")
        .hasMessageContaining("html, json, all");
    assertThat(sink("", 10, "json").on()).isFalse();
    assertThat(sink("x", 10).on()).isFalse();
  }

  private FolderSink sink(String folder, long seconds, String... formats) throws Exception {
    InstalledFormats installed = new InstalledFormats();
    installed.add(new JsonWriter());
    installed.add(new PageWriter(store.products));
    return new FolderSink(
        store.folders,
        store.reports,
        store.attachments,
        installed,
        new Settings(folder, formats, seconds),
        nanos::get);
  }

  private Path results() {
    return data.resolve("results").resolve(Store.NIGHT.toString());
  }

  private List<String> lines() throws Exception {
    Path table = results().resolve("reports.jsonl");
    return Files.exists(table) ? Files.readAllLines(table) : List.of();
  }

  private List<Path> pages(String stem) throws Exception {
    if (!Files.isDirectory(results())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(results())) {
      return files
          .filter(file -> file.getFileName().toString().matches(stem + "\\d*-[0-9a-f]{12}\\.html"))
          .toList();
    }
  }

  private String page(String stem) throws Exception {
    List<Path> pages = pages(stem);
    return pages.isEmpty() ? "" : Files.readString(pages.get(0));
  }

  private static Report junk(String why) {
    return Report.builder().because(Verdict.JUNK, why).measure("seeing", 1, "arcsec").build();
  }
}
