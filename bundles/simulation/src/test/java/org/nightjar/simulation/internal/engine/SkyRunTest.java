package org.nightjar.simulation.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.TableFileWriter;
import org.nightjar.simulation.internal.BuiltIn;
import org.nightjar.simulation.internal.engine.SkyRun.Result;
import org.nightjar.simulation.internal.engine.SkyRun.Settings;
import org.nightjar.simulation.internal.plan.SkyPlan;

class SkyRunTest {
  private static final String SKY =
      """
      name: sky
      seed: 5
      tables:
        t:
          rows: COUNT
          columns:
            "ra, dec": {sky.uniform-cap: {ra: 10, dec: -30, radius: 2}}
            m: {random.normal: {mean: 22 mag, sigma: 1 mag}}
            "c, s, n": {test.squares: {angle: $ra, bands: [g, r]}}
          select: {m: {below: 23 mag}}
        u:
          rows: $t
          columns: {e: {random.normal: {mean: $t.m, sigma: 0.1 mag}}}
      """;
  private static final Watch NOBODY =
      new Watch() {
        @Override
        public void at(long done, long total, String doing) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  @TempDir Path folder;

  @BeforeEach
  void anotherFolder() throws IOException {
    Files.createDirectories(folder.resolve("in"));
  }

  private PreparedSky sky(String yaml, String formats) throws Exception {
    SkyPlan plan =
        BuiltIn.plan(folder.resolve("in"), yaml + "output: {formats: [" + formats + "]}\n");
    return PreparedSky.of(plan, NOBODY);
  }

  private static List<TableFileWriter> writers(SkyPlan plan) {
    Map<String, TableFileWriter> all = BuiltIn.models().writers();
    return plan.formats().stream().map(all::get).toList();
  }

  private Path run(String name, PreparedSky sky, Settings settings, Watch watch) throws Exception {
    Path out = folder.resolve(name);
    new SkyRun(sky, out, writers(sky.plan()), settings, watch).run();
    return out;
  }

  private static void same(Path one, Path other, String... files) {
    for (String file : files) {
      assertThat(one.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
    }
  }

  @Test
  void threadsAndChunksMakeNoDifference() throws Exception {
    PreparedSky sky = sky(SKY.replace("COUNT", "5000"), "fits, csv, parquet");
    Path one = run("one", sky, new Settings(1, 5000, false), NOBODY);
    Path other = run("other", sky, new Settings(3, 333, false), NOBODY);
    same(one, other, "t.fits", "t.csv", "t.parquet", "u.fits", "u.csv", "sky.json");
    assertThat(one.resolve("sky.journal")).doesNotExist();
    assertThat(Files.readAllLines(one.resolve("u.csv")).stream().filter(l -> !l.startsWith("#")))
        .hasSize(5001);
  }

  @Test
  void fewerRowsAreTheSameRows() throws Exception {
    Path few =
        run("few", sky(SKY.replace("COUNT", "100"), "csv"), new Settings(1, 64, false), NOBODY);
    Path many =
        run("many", sky(SKY.replace("COUNT", "900"), "csv"), new Settings(2, 99, false), NOBODY);
    assertThat(data(many.resolve("u.csv")))
        .startsWith(data(few.resolve("u.csv")).toArray(String[]::new));
    assertThat(data(many.resolve("t.csv")))
        .startsWith(data(few.resolve("t.csv")).toArray(String[]::new));
  }

  @Test
  void anotherColumnChangesNothingElse() throws Exception {
    String more =
        SKY.replace("      m: ", "      x: {random.uniform: {from: 0, to: 1}}\n      m: ");
    PreparedSky before = sky(SKY.replace("COUNT", "50"), "csv");
    Path one = run("one", before, new Settings(1, 64, false), NOBODY);
    Path two =
        run("two", sky(more.replace("COUNT", "50"), "csv"), new Settings(1, 64, false), NOBODY);
    assertThat(data(two.resolve("u.csv"))).isEqualTo(data(one.resolve("u.csv")));
  }

  private static List<String> data(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
  }

  /** Says at a number of rows that nobody waits any more. */
  private static Watch until(long rows) {
    AtomicLong seen = new AtomicLong();
    return new Watch() {
      @Override
      public void at(long done, long total, String doing) {
        seen.set(done);
      }

      @Override
      public boolean cancelled() {
        return seen.get() >= rows;
      }
    };
  }

  @Test
  void whatWasBrokenOffGoesOnToTheSameBytes() throws Exception {
    PreparedSky sky = sky(SKY.replace("COUNT", "700000"), "fits, csv");
    assertThatThrownBy(() -> run("cut", sky, new Settings(2, 16384, false), until(600_000)))
        .isInstanceOf(InterruptedException.class);
    assertThat(folder.resolve("cut/t.fits")).doesNotExist();
    assertThat(Files.readAllLines(folder.resolve("cut/sky.journal"))).hasSizeGreaterThan(2);
    List<Long> seen = new ArrayList<>();
    Watch noting =
        new Watch() {
          @Override
          public void at(long done, long total, String doing) {
            seen.add(done);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    Path cut = run("cut", sky, new Settings(1, 10_000, false), noting);
    assertThat(seen.get(0)).isGreaterThan(500_000);
    Path whole = run("whole", sky, new Settings(2, 50_000, false), NOBODY);
    same(cut, whole, "t.fits", "t.csv", "u.fits", "u.csv", "sky.json");
  }

  @Test
  void aJournalThatWasCutOffInALineStillCounts() throws Exception {
    PreparedSky sky = sky(SKY.replace("COUNT", "600000"), "fits");
    assertThatThrownBy(() -> run("cut", sky, new Settings(1, 16384, false), until(550_000)))
        .isInstanceOf(InterruptedException.class);
    Path journal = folder.resolve("cut/sky.journal");
    String text = Files.readString(journal);
    Files.writeString(journal, text.substring(0, text.length() - 7));
    same(
        run("cut", sky, new Settings(2, 16384, false), NOBODY),
        run("whole", sky, new Settings(2, 16384, false), NOBODY),
        "t.fits",
        "u.fits");
  }

  @Test
  void nothingIsReplacedUnlessItMayBe() throws Exception {
    PreparedSky sky = sky(SKY.replace("COUNT", "10"), "fits");
    run("out", sky, new Settings(1, 10, false), NOBODY);
    assertThatThrownBy(() -> run("out", sky, new Settings(1, 10, false), NOBODY))
        .hasMessageContaining("CONFLICT")
        .hasMessageContaining("--overwrite");
    run("out", sky, new Settings(1, 10, true), NOBODY);
  }

  @Test
  void anUnfinishedRunOfAnotherDescriptionIsNotContinued() throws Exception {
    PreparedSky sky = sky(SKY.replace("COUNT", "10"), "fits");
    assertThatThrownBy(() -> run("out", sky, new Settings(1, 10, false), until(0)))
        .isInstanceOf(InterruptedException.class);
    PreparedSky other = sky(SKY.replace("COUNT", "11"), "fits");
    assertThatThrownBy(() -> run("out", other, new Settings(1, 10, false), NOBODY))
        .hasMessageContaining("another description");
    PreparedSky format = sky(SKY.replace("COUNT", "10"), "csv");
    assertThatThrownBy(() -> run("out", format, new Settings(1, 10, false), NOBODY))
        .hasMessageContaining("another choice of formats");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws Exception {
    Files.writeString(folder.resolve("file"), "x");
    PreparedSky sky = sky(SKY.replace("COUNT", "10"), "fits");
    assertThatThrownBy(() -> run("file/below", sky, new Settings(1, 10, false), NOBODY))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("DISK_FULL");
  }

  @Test
  void absurdSizesAreRefusedBeforeWorkStarts() throws Exception {
    String all = SKY.replace("    select: {m: {below: 23 mag}}\n", "");
    PreparedSky sky = sky(all.replace("COUNT", "1e15"), "fits");
    assertThatThrownBy(() -> new Estimate(sky, 1, 1000).check(folder, false))
        .hasMessageContaining("DISK_FULL");
    assertThatThrownBy(() -> new Estimate(sky, 1024, 1 << 24).check(folder, false))
        .hasMessageContaining("OUT_OF_MEMORY");
  }

  @Test
  void emptyTablesAreWritten() throws Exception {
    PreparedSky sky = sky(SKY.replace("COUNT", "0"), "fits, csv, parquet");
    Path out = folder.resolve("out");
    List<Result> results =
        new SkyRun(sky, out, writers(sky.plan()), new Settings(2, 10, false), NOBODY).run();
    assertThat(results).allMatch(result -> result.written() == 0);
    assertThat(out.resolve("t.parquet")).exists();
  }
}
