package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.configuration.internal.ProfilesCheck;
import org.nightjar.configuration.internal.ProfilesList;
import org.nightjar.configuration.internal.ProfilesShow;
import org.nightjar.environment.Folders;
import org.nightjar.testkit.TestCall;

/** The commands about profiles, over the profiles that ship and a reader that has work. */
class ProfilesCommandsTest {
  private static final Path HOME = Path.of("../..");

  @TempDir Path folder;
  private Reading reading;
  private Folders folders;

  @BeforeEach
  void open() {
    folders = new Folders(HOME, folder);
    reading = new Reading(folder, new ShippedProfiles());
  }

  @AfterEach
  void close() {
    reading.close();
  }

  private TestCall check(int status, String... words) throws Exception {
    TestCall call = TestCall.in(folder, words);
    assertThat(new ProfilesCheck(folders, List.of(reading.reader())).run(call)).isEqualTo(status);
    return call;
  }

  @Test
  void aDataFileIsTriedOut() throws Exception {
    FitsBuilder file = FitsBuilder.primary(8).card("INSTRUME", "DECam").card("OBSTYPE", "zero");
    file.end();
    file.image("SCI", 16, 20, 4)
        .card("DATASECA", "[1:16,1:4]")
        .card("BIASSECA", "[17:20,1:4]")
        .card("GAINA", 4.1);
    file.data(160, data -> {});
    file.image("MSK", 16, 20, 4).data(160, data -> {});
    file.write(folder, "a.fits");
    TestCall text = check(Command.OK, "a.fits");
    assertThat(text.lines().get(0)).isEqualTo("profile: decam");
    assertThat(text.printed())
        .containsPattern("frameType +OBSTYPE +bias")
        .containsPattern("band +not found: FILTER, BAND")
        .containsPattern("gain +GAINA +4\\.1")
        .contains("20 x 4  mask    A [1:16,1:4] overscan [17:20,1:4]");
    JsonNode json = new ObjectMapper().readTree(check(Command.OK, "a.fits", "--json").printed());
    assertThat(json.path("profile").asText()).isEqualTo("decam");
    assertThat(json.path("images").path(0).path("planes").path(0).asText()).isEqualTo("mask");
    assertThat(json.path("facts").findValuesAsText("fact")).contains("observed", "gain");
  }

  @Test
  void whatNoProfileKnowsIsSaid() throws Exception {
    FitsBuilder.primary(16, 1, 1)
        .card("INSTRUME", "Selfmade")
        .card("DATASEC", "[1:9,1:9]")
        .data(2, data -> {})
        .write(folder, "b.fits");
    assertThat(check(Command.FOUND, "b.fits").printed())
        .contains("note: instrument 'Selfmade' is not known to any profile: read by generic")
        .contains("note: hdu0: DATASEC is '[1:9,1:9]', outside the image of 1 x 1");
  }

  @Test
  void aProfileIsCheckedWithItsLines() throws Exception {
    Files.writeString(folder.resolve("c.yaml"), "extends: decam\nthreshold: {}\n");
    assertThat(check(Command.FOUND, "c.yaml").printed())
        .contains("c.yaml:2: a profile has no section 'threshold'")
        .contains("Did you mean 'thresholds'?");
    Files.writeString(folder.resolve("c.yaml"), "extends: decam\nthresholds: {}\n");
    assertThat(check(Command.OK, "c.yaml").printed()).contains("c.yaml: ok");
    assertThatThrownBy(() -> check(Command.OK, "none.yaml")).hasMessageContaining("NOT_FOUND");
  }

  @Test
  void profilesAreListedAndShown() throws Exception {
    TestCall list = TestCall.in(folder);
    new ProfilesList(folders).run(list);
    assertThat(list.lines()).hasSize(6).anyMatch(line -> line.contains("INSTRUME DECam"));
    TestCall lines = TestCall.in(folder, "--json");
    new ProfilesList(folders).run(lines);
    assertThat(new ObjectMapper().readTree(lines.lines().get(0)).path("profile").asText())
        .isEqualTo("decam");
    TestCall show = TestCall.in(folder, "ztf");
    new ProfilesShow(folders).run(show);
    Files.writeString(folder.resolve("shown.yaml"), show.printed());
    check(Command.OK, "shown.yaml");
    assertThat(show.printed()).contains("longitude: -116.863").contains("band: [\"FILTER\"");
    assertThatThrownBy(() -> new ProfilesShow(folders).run(TestCall.in(folder, "zft")))
        .hasMessageContaining("Did you mean 'ztf'?");
  }
}
