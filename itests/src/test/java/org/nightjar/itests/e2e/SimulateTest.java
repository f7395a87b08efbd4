package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assembled system makes skies: the same bytes by any way, also after a kill. */
class SimulateTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final List<String> FILES =
      List.of("stars.fits", "stars.csv", "photometry.fits", "photometry.csv", "stars.json");

  @TempDir Path folder;

  /** The example of the bundle, at another size. */
  private Path description(String area) throws Exception {
    Path example = Path.of("../bundles/simulation/examples/stars.yaml");
    String text = Files.readString(example).replace("area: 0.25 deg2", "area: " + area);
    return Files.writeString(folder.resolve("stars.yaml"), text);
  }

  private Path made(Nightjar nightjar, Path sky, String out, String... options) throws Exception {
    Path target = folder.resolve(out);
    String[] command = {"simulate", sky.toString(), "-o", target.toString()};
    String[] all = Arrays.copyOf(command, command.length + options.length);
    System.arraycopy(options, 0, all, command.length, options.length);
    nightjar.run(all).exits(0);
    return target;
  }

  private static void same(Path one, Path other) {
    for (String file : FILES) {
      assertThat(one.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
    }
  }

  @Test
  void threadsChunksAndAKillMakeNoDifference() throws Exception {
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    Path sky = description("20 deg2");
    Path cut = folder.resolve("cut");
    Process run =
        nightjar.start(
            "simulate", sky.toString(), "-o", cut.toString(), "--threads", "1", "--chunk", "4096");
    Path journal = cut.resolve("stars.journal");
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> !run.isAlive() || lines(journal) > 2);
    run.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
    run.destroyForcibly().waitFor();
    assertThat(cut.resolve("stars.json")).doesNotExist();
    assertThat(lines(journal)).isGreaterThan(2);

    made(nightjar, sky, "cut", "--threads", "2");
    Path whole = made(nightjar, sky, "whole", "--threads", "2", "--chunk", "50000");
    same(cut, whole);
    same(made(nightjar, sky, "one", "--threads", "1", "--chunk", "10007"), whole);
    astropyReads(whole.resolve("stars.fits"));
  }

  private static long lines(Path file) throws Exception {
    return Files.exists(file) ? Files.readString(file).lines().count() : 0;
  }

  private void astropyReads(Path file) throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(PYTHON) && python("import astropy.io.fits") == 0, "no astropy");
    String program =
        """
        import json, sys
        from astropy.io import fits
        from astropy.table import Table
        with fits.open(sys.argv[1], checksum=True) as f:
            f.verify('exception')
            assert json.loads(f[1].header['SIMCONF'])['seed'] == 20261201
        t = Table.read(sys.argv[1])
        assert len(t) > 700000 and (t['magnitude'] < 24).all() and str(t['ra'].unit) == 'deg'
        """;
    assertThat(python(program, file.toString())).isZero();
  }

  private int python(String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(PYTHON.toString(), "-W", "error", "-c");
    builder.command().addAll(List.of(arguments));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("python.log").toFile())
        .start()
        .waitFor();
  }

  @Test
  void whatIsWrongIsSaidAtOnceAndOneObjectIsMadeAgain() throws Exception {
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    Path bad =
        Files.writeString(folder.resolve("bad.yaml"), "sede: 1\ntables: {t: {rows: three}}\n");
    assertThat(nightjar.run("simulate", bad.toString(), "-o", "out").exits(2).err())
        .contains("Did you mean 'seed'?", "bad.yaml:2");
    Path sky = description("0.01 deg2");
    assertThat(nightjar.run("simulate", sky.toString(), "--dry-run").exits(0).out())
        .contains("table photometry", "random.normal");
    assertThat(
            nightjar
                .run("simulate", "regenerate", sky.toString(), "photometry", "7", "--json")
                .exits(0)
                .lines()
                .get(0)
                .path("id")
                .asInt())
        .isEqualTo(7);
    assertThat(nightjar.run("simulate", "components", "--json").exits(0).lines())
        .hasSizeGreaterThan(10);
  }
}
