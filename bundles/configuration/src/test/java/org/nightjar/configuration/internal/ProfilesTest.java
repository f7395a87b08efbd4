package org.nightjar.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Profile;
import org.nightjar.configuration.internal.profile.ProfileFolders;
import org.nightjar.environment.Folders;

class ProfilesTest {
  private static final Path SHIPPED = Path.of("../../config/profiles/generic.yaml");

  @TempDir private Path folder;
  private Folders folders;

  @BeforeEach
  void prepare() throws IOException {
    folders = new Folders(folder.resolve("home"), folder.resolve("data"));
    Files.createDirectories(folders.config().resolve("profiles"));
    Files.createDirectories(folders.data().resolve("profiles"));
    Files.copy(SHIPPED, folders.config().resolve("profiles/generic.yaml"));
  }

  private Path own(String name, String yaml) throws IOException {
    return Files.writeString(folders.data().resolve("profiles/" + name + ".yaml"), yaml);
  }

  @Test
  void theGenericProfileShipsAndNamesKeywords() throws Exception {
    Profile generic = installed("generic").active();
    assertThat(generic.name()).isEqualTo("generic");
    assertThat(generic.keywords().get(FactNames.OBSERVED)).contains("DATE-OBS", "MJD-OBS");
    assertThat(generic.keywords().get(FactNames.EXPOSURE_TIME)).startsWith("EXPTIME");
    assertThat(generic.levels()).isEmpty();
    assertThat(generic.site().longitude()).isZero();
  }

  @Test
  void anOwnProfileHidesAShippedOneAndCarriesItsOwnValues() throws Exception {
    own(
        "generic",
        """
        site: {name: Calar Alto, longitude: -2.5, latitude: 37.2, elevation: 2168}
        keywords:
          band: INSFLNAM
        levels: {saturation: 60000, gain: 1.5}
        values:
          focus: {limits: [1, 2.5], auto: true}
        """);
    InstalledProfiles profiles = installed("generic");
    Profile mine = profiles.active();
    assertThat(mine.site().name()).isEqualTo("Calar Alto");
    assertThat(mine.keywords().get("band")).containsExactly("INSFLNAM");
    assertThat(mine.levels()).containsEntry("saturation", 60000.0);
    assertThat(mine.values().values().get("focus")).asString().contains("2.5");
    assertThat(profiles.names()).containsExactly("generic");
  }

  @Test
  void everythingWrongWithAProfileIsSaidWithItsLine() throws IOException {
    Path file =
        own(
            "bad",
            """
            sight:
              longitude: 7
            site:
              longitude: 270
              latitud: 4
            keywords:
              exposuretime: [EXPTIME]
              band: [filter]
            levels:
              gain: high
            """);
    List<Problem> problems = FileCheck.profile("bad", file, new ProfileFolders(folders));
    assertThat(problems)
        .extracting(p -> p.place().substring(file.toString().length()) + " " + p.message())
        .containsExactly(
            ":1 a profile has no section 'sight'",
            ":4 site.longitude is '270'",
            ":5 site has no key 'latitud'",
            ":7 there is no fact 'exposuretime'",
            ":8 keywords.band has 'filter'",
            ":10 levels.gain is 'high'");
    assertThat(problems.get(2).remedy()).startsWith("Did you mean 'latitude'?");
    assertThat(problems.get(3).remedy()).startsWith("Did you mean 'exposureTime'?");
  }

  @Test
  void aProfileThatIsNotThereIsRefusedByName() throws Exception {
    InstalledProfiles profiles = installed("generic");
    assertThatThrownBy(() -> profiles.named("../secret"))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("NOT_FOUND")
        .hasMessageContaining("Allowed: generic");
  }

  private InstalledProfiles installed(String name) throws NightjarException {
    return new InstalledProfiles(folders, option -> Optional.empty(), new Named(name));
  }

  private InstalledProfiles shipped(String active) throws Exception {
    try (Stream<Path> files = Files.list(SHIPPED.getParent())) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            folders.config().resolve("profiles").resolve(file.getFileName()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return installed(active);
  }

  private static Facts header(String... cards) {
    Facts facts = Facts.NONE;
    for (int i = 0; i < cards.length; i += 2) {
      facts = facts.with(cards[i], cards[i + 1]);
    }
    return facts;
  }

  @Test
  void theHeaderChoosesTheProfile() throws Exception {
    InstalledProfiles profiles = shipped("generic");
    Profile decam = profiles.of(header("INSTRUME", "DECam   "));
    assertThat(decam.name()).isEqualTo("decam");
    assertThat(profiles.of(header("INSTRUME", "decam"))).isSameAs(decam);
    assertThat(profiles.named("decam")).isSameAs(decam);
    assertThat(profiles.of(header("instrument", "DECam"))).isSameAs(decam);
    assertThat(profiles.of(header("profile", "ztf", "INSTRUME", "DECam")).name()).isEqualTo("ztf");
    assertThat(profiles.of(header("profile", "gone", "INSTRUME", "DECam"))).isSameAs(decam);
    assertThat(profiles.of(header("INSTRUME", "ZTF/MOSAIC")).name()).isEqualTo("ztf");
    assertThat(profiles.of(header("INSTRUME", "LSSTCam")).name()).isEqualTo("rubin");
    assertThat(profiles.of(header("ORIGIN", "SDSS", "TELESCOP", "2.5m")).name()).isEqualTo("sdss");
    assertThat(profiles.of(header("ORIGIN", "SDSS")).name()).isEqualTo("generic");
    assertThat(profiles.of(Facts.NONE)).isSameAs(profiles.active());
  }

  @Test
  void theActiveProfileComesFirstUnlessAnotherKnowsBetter() throws Exception {
    own("mine", "extends: generic\nsite: {longitude: 2.5}");
    own("abc", "extends: decam\nvalues: {own: true}");
    InstalledProfiles profiles = shipped("mine");
    assertThat(profiles.of(header("INSTRUME", "Selfmade")).name()).isEqualTo("mine");
    assertThat(profiles.of(header("INSTRUME", "DECam")).name()).isEqualTo("abc");
    assertThat(installed("decam").of(header("INSTRUME", "DECam")).name()).isEqualTo("decam");
    assertThat(installed("decam").of(header("INSTRUME", "Selfmade")).name()).isEqualTo("generic");
    InstalledProfiles forced =
        new InstalledProfiles(folders, option -> Optional.of("sdss"), new Named("sdss"));
    assertThat(forced.of(header("INSTRUME", "DECam")).name()).isEqualTo("sdss");
  }

  @Test
  void aBrokenProfileIsNobodyElsesTrouble() throws Exception {
    own("broken", "recognise: {INSTRUME: [DECam]}");
    InstalledProfiles profiles = shipped("generic");
    assertThat(profiles.of(header("INSTRUME", "DECam")).name()).isEqualTo("decam");
    assertThatThrownBy(() -> profiles.named("broken")).hasMessageContaining("names no site");
  }

  private record Named(String profile) implements Observatory {
    @Override
    public Class<? extends Annotation> annotationType() {
      return Observatory.class;
    }
  }
}
