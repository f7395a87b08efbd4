package org.nightjar.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.Problem;
import org.nightjar.configuration.internal.profile.ProfileFolders;
import org.nightjar.environment.Folders;

class FileCheckTest {
  @TempDir private Path folder;
  private Path file;
  private FileCheck check;

  @BeforeEach
  void prepare() throws IOException {
    file = folder.resolve("data/nightjar.yaml");
    Files.createDirectories(folder.resolve("home/config/profiles"));
    Files.createDirectories(file.getParent());
    Files.writeString(folder.resolve("home/config/profiles/generic.yaml"), "site: {longitude: 0}");
    Folders folders = new Folders(folder.resolve("home"), folder.resolve("data"));
    check = new FileCheck(Declared.sections(), new ProfileFolders(folders), new Additions());
  }

  private CheckedFile check(String yaml) throws IOException {
    Files.writeString(file, yaml);
    return check.check(file);
  }

  /** Each problem as {@code LINE: message | remedy}. */
  private List<String> problems(String yaml) throws IOException {
    return check(yaml).problems().stream()
        .map(
            problem -> {
              assertThat(problem.code()).isEqualTo("BAD_CONFIGURATION");
              assertThat(problem.place()).startsWith(file.toString());
              String line = problem.place().substring(file.toString().length());
              return line + ": " + problem.message() + " | " + problem.remedy();
            })
        .toList();
  }

  @Test
  void withoutAFileTheDefaultsHold() {
    CheckedFile checked = check.check(file);
    assertThat(checked.problems()).isEmpty();
    assertThat(values(checked, "org.nightjar.inference")).containsExactly(32, 2.5, "auto", true);
    assertThat(values(checked, "com.example.watch")).containsExactly(List.of());
  }

  @Test
  void theFileOverridesDefaultsAndKeepsItsLines() throws IOException {
    CheckedFile checked =
        check(
            """
            # comment
            inference:
              maxBatch: 1
              waitMillis: 3
              provider: cpu
            com.example.watch:
              folders:
                - /data/in
                - 42
            store:
            """);
    assertThat(checked.problems()).isEmpty();
    assertThat(values(checked, "org.nightjar.inference")).containsExactly(1, 3.0, "cpu", true);
    assertThat(checked.sections().get("org.nightjar.inference").values().get(0).line()).contains(3);
    assertThat((Object[]) checked.sections().get("com.example.watch").values().get(0).configured())
        .isInstanceOf(String[].class)
        .containsExactly("/data/in", "42");
  }

  @Test
  void everythingWrongIsSaidAtOnceWithLineAndSuggestion() throws IOException {
    assertThat(
            problems(
                """
                inferense:
                  maxBatch: 1
                inference:
                  maxbatch: 1
                  waitMillis: -1
                  provider: gpu
                  warm: yes
                observatory:
                  profile: generik
                """))
        .containsExactly(
            ":1: there is no section 'inferense' | Did you mean 'inference'? Allowed:"
                + " com.example.watch, inference, observatory, store.",
            ":4: section inference has no key 'maxbatch' | Did you mean 'maxBatch'? Allowed:"
                + " maxBatch, provider, waitMillis, warm.",
            ":5: inference.waitMillis is '-1' | Allowed: a number of at least 0.",
            ":6: inference.provider is 'gpu' | Did you mean 'cpu'? Allowed: auto, cpu, cuda.",
            ":7: inference.warm is 'yes' | Allowed: true or false.",
            ":9: there is no profile 'generik' | Did you mean 'generic'? Allowed: generic.");
  }

  @Test
  void wrongTypesAndRangesSayWhatIsAllowed() throws IOException {
    assertThat(problems("inference:\n  maxBatch: 1025\n"))
        .containsExactly(
            ":2: inference.maxBatch is '1025' | Allowed: a whole number from 1 to 1024.");
    assertThat(problems("inference: {maxBatch: 1.5}"))
        .containsExactly(
            ":1: inference.maxBatch is '1.5' | Allowed: a whole number from 1 to 1024.");
    assertThat(problems("inference: {maxBatch: 99999999999}")).hasSize(1);
    assertThat(problems("inference: {waitMillis: .nan}")).hasSize(1);
    assertThat(problems("inference: {waitMillis: 1e999}")).hasSize(1);
    assertThat(problems("inference: {maxBatch: }"))
        .containsExactly(
            ":1: inference.maxBatch is empty | Allowed: a whole number from 1 to 1024.");
    assertThat(problems("inference: {maxBatch: [1, 2]}"))
        .containsExactly(
            ":1: inference.maxBatch is a list | Allowed: a whole number from 1 to 1024.");
    assertThat(problems("inference: fast"))
        .containsExactly(":1: section inference is 'fast' | Allowed: keys with values.");
  }

  @Test
  void duplicatesAreFound() throws IOException {
    assertThat(problems("inference:\n  warm: true\n  warm: false\n"))
        .containsExactly(":3: 'warm' stands twice, first on line 2 | Remove one of the two.");
    assertThat(problems("store:\ninference:\nstore:\n"))
        .containsExactly(":3: 'store' stands twice, first on line 1 | Remove one of the two.");
  }

  @Test
  void brokenYamlNamesTheLine() throws IOException {
    assertThat(problems("inference:\n\tmaxBatch: 1\n"))
        .singleElement()
        .asString()
        .startsWith(":2: broken YAML: ")
        .endsWith("| Indent with spaces: tabs are not allowed.");
    assertThat(problems("inference:\n  provider: 'cpu\n"))
        .singleElement()
        .asString()
        .contains("broken YAML");
    assertThat(problems("- a\n- b\n"))
        .singleElement()
        .asString()
        .startsWith(":1: the file holds a");
    assertThat(problems("a: &x [1]\nb: *x\n")).singleElement().asString().contains("alias");
    assertThat(problems("store: {url: !!java.net.URL 'x'}"))
        .singleElement()
        .asString()
        .contains("tag");
  }

  @Test
  void hostileFilesAreRefused() throws IOException {
    assertThat(problems("a:\n  " + "[".repeat(5000)))
        .containsExactly(":2: more than 16 levels | Nest less.");
    assertThat(check("#".repeat(2_000_000)).problems())
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo("TOO_LARGE");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(check.check(file).problems()).singleElement().asString().contains("UTF-8");
  }

  @Test
  void aSectionWithAProblemIsNotConfiguredAndTheOthersAre() throws IOException {
    CheckedFile checked = check("inference: {maxBatch: 0}\nstore: {url: x}\n");
    assertThat(checked.sections()).containsKey("org.nightjar.store").hasSize(3);
    assertThat(check("inference: [").sections()).isEmpty();
  }

  @Test
  void aNumberWithoutDefaultMustBeSet() throws IOException {
    Folders folders = new Folders(folder.resolve("home"), folder.resolve("data"));
    FileCheck strict =
        new FileCheck(
            new Sections()
                .of(
                    List.of(
                        Declared.declaration(
                            "org.nightjar.port",
                            "1",
                            Declared.number("port", Integer.class, null, null, "65535")))),
            new ProfileFolders(folders),
            new Additions());
    assertThat(strict.check(file).problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.message()).isEqualTo("port.port is not set and has no default");
              assertThat(p.remedy()).isEqualTo("Allowed: a whole number of at most 65535.");
            });
  }

  @Test
  void theProfileOfTheCommandLineStandsInThePlaceOfTheFiles() throws IOException {
    Folders folders = new Folders(folder.resolve("home"), folder.resolve("data"));
    Files.writeString(folder.resolve("home/config/profiles/ours.yaml"), "site: {longitude: 7}");
    Files.writeString(file, "observatory: {profile: generic}\n");
    Additions additions = new Additions();
    FileCheck told = new FileCheck(Declared.sections(), new ProfileFolders(folders), additions);
    additions.replace("observatory", "profile", "ours");
    assertThat(told.check(file).problems()).isEmpty();
    assertThat(values(told.check(file), Observatory.PID)).containsExactly("ours");
    additions.replace("observatory", "profile", "our");
    assertThat(told.check(file).problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.message()).isEqualTo("there is no profile 'our'");
              assertThat(p.remedy()).contains("ours");
            });
  }

  @Test
  void aProfileInUseIsCheckedToo() throws IOException {
    Path profile = folder.resolve("data/profiles/ours.yaml");
    Files.createDirectories(profile.getParent());
    Files.writeString(profile, "site:\n  longitud: 7\n");
    CheckedFile checked = check("observatory: {profile: ours}");
    assertThat(checked.sections()).doesNotContainKey("org.nightjar.observatory");
    assertThat(checked.problems().get(0).place()).startsWith(profile.toString());
  }

  private static List<Object> values(CheckedFile checked, String pid) {
    return checked.sections().get(pid).values().stream()
        .map(v -> v.setting().list() ? v.values() : v.values().get(0))
        .toList();
  }
}
