package org.nightjar.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.profile.Profile;
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
    Profile generic = new InstalledProfiles(folders, new Named("generic")).active();
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
    InstalledProfiles profiles = new InstalledProfiles(folders, new Named("generic"));
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
    List<Problem> problems = FileCheck.profile("bad", file);
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
    InstalledProfiles profiles = new InstalledProfiles(folders, new Named("generic"));
    assertThatThrownBy(() -> profiles.named("../secret"))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("NOT_FOUND")
        .hasMessageContaining("Allowed: generic");
  }

  private record Named(String profile) implements Observatory {
    @Override
    public Class<? extends Annotation> annotationType() {
      return Observatory.class;
    }
  }
}
