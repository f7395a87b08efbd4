package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.itests.samples.SampleProducts;

/** One exposure, begun at 03:14 UTC, seen from two sites. */
class ProfileTest {
  @TempDir Path folder;

  @Test
  void theProfileOfTheCommandLineSaysWhichNightItIs() throws Exception {
    Path night = new SampleProducts(folder.resolve("night"), 1).write();
    String file = night.resolve("exposure-01-good.fits").toString();
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    Path profiles = Files.createDirectories(nightjar.data().resolve("profiles"));
    Files.writeString(
        profiles.resolve("east.yaml"), "site: {longitude: 150, latitude: -31, elevation: 1100}\n");

    assertThat(night(nightjar, "check", "--json", file)).isEqualTo("2026-11-19");
    assertThat(night(nightjar, "check", "--json", file, "--profile", "east"))
        .isEqualTo("2026-11-20");
    assertThat(nightjar.run("check", file).exits(0).err()).contains("read by generic");
    assertThat(
            nightjar
                .run("profiles", "check", "--json", file)
                .exits(1)
                .lines()
                .get(0)
                .path("profile")
                .asText())
        .isEqualTo("generic");
    assertThat(nightjar.run("check", file, "--profile", "eats").exits(2).err())
        .contains("there is no profile 'eats'")
        .contains("east");
  }

  private static String night(Nightjar nightjar, String... check) throws Exception {
    return nightjar.run(check).exits(0).lines().get(0).path("night").asText();
  }
}
