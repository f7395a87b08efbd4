package org.nightjar.intake.internal.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.feed.Intake;
import org.nightjar.api.health.HealthStatus;
import org.nightjar.intake.internal.FeedControl;
import org.nightjar.intake.internal.Observatory;
import org.nightjar.store.LedgerLine;

class FolderFeedTest {
  private record Settings(
      String[] watch, boolean subfolders, long pollMilliseconds, int settleLooks, String priority)
      implements FolderSettings {
    @Override
    public Class<? extends Annotation> annotationType() {
      return FolderSettings.class;
    }
  }

  @TempDir Path data;
  @TempDir Path watched;
  private Observatory observatory;
  private FolderFeed feed;

  @BeforeEach
  void open() throws NightjarException {
    observatory = new Observatory(data);
    feed = feed(watched, false, 50);
  }

  @AfterEach
  void close() throws Exception {
    feed.stop();
    observatory.close();
  }

  @Test
  void filesAreTakenOnceEvenAfterARestart() throws Exception {
    write("a.avro", "one");
    write("b.avro", "two");
    feed.start(observatory.intake);
    await().untilAsserted(() -> assertThat(received()).isEqualTo(2));
    feed.stop();
    observatory.close();
    observatory = new Observatory(data);
    feed = feed(watched, false, 50);
    feed.start(observatory.intake);
    write("c.avro", "three");
    await().untilAsserted(() -> assertThat(received()).isEqualTo(3));
    write("a.avro", "changed");
    await().untilAsserted(() -> assertThat(received()).isEqualTo(4));
    assertThat(observatory.ledger.audit()).isEmpty();
  }

  @Test
  void aFileIsLeftAloneWhileItGrows() throws IOException {
    WatchedFolder folder = new WatchedFolder(watched, false, 3, 1_000_000);
    long now = System.currentTimeMillis();
    Path file = watched.resolve("a.avro");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 5; i++) {
        out.write(new byte[10]);
        assertThat(folder.look(now)).isEmpty();
        assertThat(folder.look(now)).isEmpty();
      }
    }
    assertThat(folder.look(now)).hasSize(1);
    folder.taken(folder.look(now).get(0));
    assertThat(folder.look(now)).isEmpty();
    Files.delete(file);
    assertThat(folder.look(now)).isEmpty();
  }

  @Test
  void aRenamedFileThatHasRestedIsTakenAtTheSecondLook() throws IOException {
    WatchedFolder folder = new WatchedFolder(watched, false, 10, 1000);
    Path part = write("a.avro.part", "one");
    long later = Files.getLastModifiedTime(part).toMillis() + 1000;
    assertThat(folder.look(later)).isEmpty();
    Files.move(part, watched.resolve("a.avro"), StandardCopyOption.ATOMIC_MOVE);
    assertThat(folder.look(later)).isEmpty();
    assertThat(folder.look(later)).hasSize(1);
  }

  @Test
  void unfinishedNamesAndFoldersBelowAreNotTaken() throws IOException {
    write("a.part", "1");
    write("b.tmp", "2");
    write(".c", "3");
    write("d~", "4");
    write("below/e", "5");
    write(".hidden/f", "6");
    WatchedFolder flat = new WatchedFolder(watched, false, 1, 0);
    WatchedFolder deep = new WatchedFolder(watched, true, 1, 0);
    long now = System.currentTimeMillis();
    assertThat(flat.look(now)).isEmpty();
    assertThat(deep.look(now))
        .extracting(ready -> watched.relativize(ready.file()).toString())
        .containsExactly("below/e");
  }

  @Test
  void aFolderThatIsNotThereIsReportedAndTriedAgain() throws Exception {
    Path later = watched.resolve("later");
    feed = feed(later, false, 50);
    assertThat(feed.check().status()).isEqualTo(HealthStatus.OK);
    feed.start(observatory.intake);
    await()
        .untilAsserted(
            () -> {
              assertThat(feed.check().status()).isEqualTo(HealthStatus.TEMPORARILY_UNAVAILABLE);
              assertThat(feed.check().message()).contains("later", "does not exist");
            });
    write("later/a", "one");
    await().untilAsserted(() -> assertThat(received()).isEqualTo(1));
    assertThat(feed.check().status()).isEqualTo(HealthStatus.OK);
  }

  @Test
  void whatCannotBeTakenNowIsTriedAgain() throws Exception {
    AtomicInteger refusals = new AtomicInteger(3);
    Intake full =
        submission -> {
          if (refusals.getAndDecrement() > 0) {
            throw NightjarException.of(StandardError.DISK_FULL, "no space", "", "");
          }
          return observatory.intake.submit(submission);
        };
    write("a", "one");
    feed.start(full);
    await().untilAsserted(() -> assertThat(received()).isEqualTo(1));
    assertThat(refusals.get()).isNegative();
  }

  @Test
  void feedsAreSilentUntilTheSystemSaysSo() throws Exception {
    FeedControl control = new FeedControl(observatory.intake);
    control.add(feed);
    write("a", "one");
    control.start();
    control.start();
    await().untilAsserted(() -> assertThat(received()).isEqualTo(1));
    control.stop();
    control.stop();
    FolderFeed late = feed(Files.createDirectory(data.resolve("late")), false, 50);
    control.start();
    control.add(late);
    Files.writeString(data.resolve("late/b"), "LINES\nlate\n");
    await().untilAsserted(() -> assertThat(received()).isEqualTo(2));
    control.stop();
  }

  private FolderFeed feed(Path folder, boolean subfolders, long poll) {
    return new FolderFeed(
        observatory.folders,
        new Settings(new String[] {folder.toString()}, subfolders, poll, 2, "live"));
  }

  private Path write(String name, String alert) throws IOException {
    Path file = watched.resolve(name);
    Files.createDirectories(file.getParent());
    Path beside = Files.createTempFile(watched, ".", "");
    Files.write(beside, ("LINES\n" + alert + "\n").getBytes(StandardCharsets.US_ASCII));
    return Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private long received() throws NightjarException {
    List<LedgerLine> lines = observatory.ledger.lines(Optional.empty(), Optional.empty());
    assertThat(lines).allMatch(line -> line.reasons().equals(Map.of()));
    return lines.stream().mapToLong(LedgerLine::received).sum();
  }
}
