package org.nightjar.configuration.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.profile.Layout.Place;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Threshold;
import org.nightjar.api.profile.Threshold.Limits;
import org.nightjar.api.profile.Threshold.Sense;
import org.nightjar.environment.Folders;

class ProfileFileTest {
  private static final Path SHIPPED = Path.of("../../config/profiles");

  @TempDir private Path folder;
  private Folders folders;

  @BeforeEach
  void prepare() throws IOException {
    folders = new Folders(folder.resolve("home"), folder.resolve("data"));
    Files.createDirectories(folders.config().resolve("profiles"));
    Files.createDirectories(folders.data().resolve("profiles"));
    try (Stream<Path> files = Files.list(SHIPPED)) {
      for (Path file : files.toList()) {
        Files.copy(file, folders.config().resolve("profiles").resolve(file.getFileName()));
      }
    }
  }

  private ProfileFile.Read read(String name) {
    ProfileFolders profiles = new ProfileFolders(folders);
    return ProfileFile.read(name, profiles.file(name).orElseThrow(), profiles);
  }

  private ProfileFile.Read own(String name, String yaml) throws IOException {
    Files.writeString(folders.data().resolve("profiles/" + name + ".yaml"), yaml);
    return read(name);
  }

  private Profile good(String name, String yaml) throws IOException {
    ProfileFile.Read read = own(name, yaml);
    assertThat(read.problems()).isEmpty();
    return read.profile().orElseThrow();
  }

  private List<String> wrong(String yaml) throws IOException {
    return own("wrong", yaml).problems().stream()
        .map(problem -> problem.place().replaceAll(".*yaml:?", "") + " " + problem.message())
        .toList();
  }

  @Test
  void everyShippedProfileIsGood() {
    for (String name : new ProfileFolders(folders).names()) {
      ProfileFile.Read read = read(name);
      assertThat(read.problems()).as(name).isEmpty();
      assertThat(read.description()).as(name).isNotBlank();
    }
  }

  @Test
  void focalPlanesHaveAllTheirDetectors() {
    Profile decam = read("decam").profile().orElseThrow();
    assertThat(decam.layout().detectors()).hasSize(62).containsKeys("S29", "N4", "N31");
    assertThat(decam.layout().detectors().get("N1")).isEqualTo(new Place(-3 * 1.037, -0.5 * 1.098));
    assertThat(read("ztf").profile().orElseThrow().layout().detectors()).hasSize(64);
    Profile rubin = read("rubin").profile().orElseThrow();
    assertThat(rubin.layout().detectors()).hasSize(189);
    assertThat(rubin.layout().detectors().get("R22-S11")).isEqualTo(new Place(0, 0));
    assertThat(read("sdss").profile().orElseThrow().layout().detectors()).hasSize(30);
  }

  @Test
  void masksAreTheObservatorys() {
    Profile decam = read("decam").profile().orElseThrow();
    assertThat(1 << decam.mask().bits().get("ghost")).isEqualTo(32768);
    assertThat(1 << decam.mask().bits().get("streak")).isEqualTo(1024);
    assertThat(decam.mask().bad())
        .isEqualTo(1 + 2 + 8 + 16 + 32 + 64 + 128 + 256 + 512 + 1024 + 32768);
    assertThat(read("ztf").profile().orElseThrow().mask().bad()).isEqualTo(6141);
  }

  @Test
  void whatIsNotSaidComesFromTheOther() throws IOException {
    Profile mine =
        good(
            "mine",
            """
            extends: decam
            keywords: {band: [MYBAND, A+B]}
            levels: {gain: 2}
            layout:
              frameTypes: {science: [sky]}
              planes: {mask: []}
            thresholds:
              seeing: {}
              noise:
                above: {alarm: 9}
                relative:
                  above: {warning: 2, alarm: 3}
                  below: {warning: 0.5}
            """);
    assertThat(mine.site().name()).isEqualTo("Cerro Tololo");
    assertThat(mine.recognise()).containsKey("INSTRUME");
    assertThat(mine.keywords().get("band")).containsExactly("MYBAND", "A+B");
    assertThat(mine.keywords().get("zeroPoint")).startsWith("MAGZERO");
    assertThat(mine.layout().frameTypes().get("bias")).contains("zero");
    assertThat(mine.layout().frameTypes().get("science")).containsExactly("sky");
    assertThat(mine.layout().planes().get(PlaneRole.MASK)).isEmpty();
    assertThat(mine.layout().planes().get(PlaneRole.WEIGHT)).contains("WGT");
    assertThat(mine.layout().sections().amplifiers()).containsExactly("A", "B");
    assertThat(mine.mask().names()).containsEntry(1, "SATURATE");
    assertThat(mine.thresholds()).doesNotContainKey("seeing").containsKey("ellipticity");
    assertThat(mine.thresholds().get("noise"))
        .containsExactly(
            new Threshold(Sense.ABOVE, new Limits(Double.NaN, 9), new Limits(2, 3)),
            new Threshold(Sense.BELOW, Limits.NONE, new Limits(0.5, Double.NaN)));
  }

  @Test
  void thresholdsMayNameDetectorsAmplifiersAndFrameTypes() throws IOException {
    Profile mine =
        good(
            "mine",
            """
            extends: decam
            thresholds:
              flat.uniformity: {below: {warning: 0.7}}
              S29/seeing: {above: {warning: 4}}
              bias.S29/A/overscan: {above: {alarm: 900}}
            """);
    assertThat(mine.thresholds())
        .containsKeys("flat.uniformity", "S29/seeing", "bias.S29/A/overscan");
  }

  @Test
  void anOwnFileMayAddToTheShippedOneOfItsName() throws IOException {
    Profile decam = good("decam", "extends: decam\nlevels: {gain: 4.5}");
    assertThat(decam.levels()).containsEntry("gain", 4.5);
    assertThat(decam.site().name()).isEqualTo("Cerro Tololo");
    assertThat(decam.layout().detectors()).hasSize(62);
  }

  @Test
  void everythingWrongIsSaidAtOnce() throws IOException {
    assertThat(
            wrong(
                """
                extends: generik
                site: {longitude: 1}
                recognise:
                  instrume: [x]
                  INSTRUME: []
                layout:
                  frametypes: {}
                  frameTypes: {sciense: [a]}
                  planes: {masks: [DQ], mask: ['{name}*']}
                  sections: {amplifiers: [TOOLONG]}
                  detectors:
                    pitch: 3
                    rows: A
                mask:
                  bits: {dead: 31, Hot: 1}
                  names: {x: BAD}
                  bad: [BAD]
                thresholds:
                  seeing:
                    above: {warning: 5, alarm: 2}
                    over: 3
                  noise: {below: {warning: 1, alarm: high}}
                """))
        .containsExactly(
            "1 there is no profile 'generik' to extend",
            "4 recognise has 'instrume'",
            "5 recognise.INSTRUME names no value",
            "7 layout has no key 'frametypes'",
            "8 there is no frame type 'sciense'",
            "9 there is no plane 'masks'",
            "9 layout.planes.mask has '{name}*'",
            "10 layout.sections.amplifiers has 'TOOLONG'",
            "12 layout.detectors.pitch is '3'",
            "13 layout.detectors.rows is 'A'",
            "15 mask.bits.dead is '31'",
            "15 mask.bits has 'Hot'",
            "16 mask.names has 'x'",
            "17 mask.bad has 'BAD'",
            "20 thresholds.seeing.above: the warning 5.0 lies outside the alarm 2.0",
            "21 thresholds.seeing has no key 'over'",
            "22 thresholds.noise.below.alarm is 'high'");
  }

  @Test
  void aFocalPlaneHasBounds() throws IOException {
    String row = "[" + "a, ".repeat(5000) + "b]";
    assertThat(
            wrong(
                "site: {longitude: 1}\nlevels: {gain: .inf}\nlayout:\n  detectors:\n    rows: ["
                    + row
                    + "]\n    each: {rows: ["
                    + row
                    + "]}\n"))
        .containsExactly(
            "2 levels.gain is '.inf'", "5 layout.detectors names more than 10000 detectors");
  }

  @Test
  void circlesAndBrokenParentsAreSaid() throws IOException {
    own("a", "extends: b\nsite: {longitude: 1}");
    assertThat(own("b", "extends: a\nsite: {longitude: 1}").problems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains("profile 'a', which this one extends, is wrong")
        .contains("extends itself");
    assertThat(wrong("extends: generic")).containsExactly(" the profile names no site");
  }

  @Test
  void whatIsShownIsTheProfileAgain() throws IOException {
    Profile rubin = read("rubin").profile().orElseThrow();
    String shown = new JsonMapper().writeValueAsString(ProfileTree.of(rubin));
    Profile again = good("again", shown);
    assertThat(again.layout()).isEqualTo(rubin.layout());
    assertThat(again.mask()).isEqualTo(rubin.mask());
    assertThat(again.thresholds()).isEqualTo(rubin.thresholds());
    assertThat(again.keywords()).isEqualTo(rubin.keywords());
  }
}
