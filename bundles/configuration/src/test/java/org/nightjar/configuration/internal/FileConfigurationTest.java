package org.nightjar.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.environment.Declaration;
import org.nightjar.environment.Declarations;
import org.nightjar.environment.Folders;

class FileConfigurationTest {
  private static final String INFERENCE = "org.nightjar.inference";

  @TempDir private Path folder;
  private Folders folders;
  private final FakeConfigurationAdmin admin = new FakeConfigurationAdmin();
  private final Installed installed = new Installed();

  @BeforeEach
  void prepare() throws IOException {
    folders = new Folders(folder.resolve("home"), folder.resolve("data"));
    Files.createDirectories(folders.config().resolve("profiles"));
    Files.createDirectories(folders.data());
    Files.writeString(folders.config().resolve("profiles/generic.yaml"), "site: {longitude: 0}");
    installed.add(Declared.inference());
  }

  private FileConfiguration start(Optional<String> named) {
    return new FileConfiguration(admin.admin(), installed, folders, option -> named);
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folders.data().resolve("nightjar.yaml"), yaml);
  }

  @Test
  void theNamedFileComesBeforeTheOwnOneBeforeTheShippedOne() throws IOException {
    assertThat(start(Optional.empty()).file()).isEqualTo(folders.data().resolve("nightjar.yaml"));
    Path shipped = Files.writeString(folders.config().resolve("nightjar.yaml"), "");
    assertThat(start(Optional.empty()).file()).isEqualTo(shipped);
    Path own = write("");
    assertThat(start(Optional.empty()).file()).isEqualTo(own);
    FileConfiguration absent = start(Optional.of("/x/z/../y.yaml"));
    assertThat(absent.file()).isEqualTo(Path.of("/x/y.yaml"));
    assertThat(absent.problems())
        .extracting(Object::toString)
        .containsExactly(
            "BAD_CONFIGURATION: there is no such file (/x/y.yaml)."
                + " Name another by --config, or leave it out.");
  }

  @Test
  void everySectionIsConfiguredWithTypedValues() throws IOException {
    write("inference: {maxBatch: 8}");
    assertThat(start(Optional.empty()).problems()).isEmpty();
    assertThat(admin.configured.get(INFERENCE).get("maxBatch")).isEqualTo(8);
    assertThat(admin.configured.get(INFERENCE).get("warm")).isEqualTo(true);
  }

  @Test
  void aBundleThatComesLaterIsConfiguredAndTheOthersAreLeftAlone() {
    FileConfiguration configuration = start(Optional.empty());
    assertThat(admin.updates).isEqualTo(1);
    installed.add(Declared.store());
    assertThat(admin.configured).containsKey("org.nightjar.store");
    assertThat(admin.updates).isEqualTo(2);
    configuration.stop();
    installed.add(Declared.foreign());
    assertThat(admin.updates).isEqualTo(2);
  }

  @Test
  void reloadingTouchesOnlyWhatChangedAndNothingIfTheFileIsWrong() throws IOException {
    installed.add(Declared.observatory());
    FileConfiguration configuration = start(Optional.empty());
    assertThat(admin.updates).isEqualTo(2);
    write("inference: {maxBatch: 8}");
    assertThat(configuration.reload().problems()).isEmpty();
    assertThat(admin.updates).isEqualTo(3);
    write("inference: {maxBatch: 9, warm: maybe}");
    assertThat(configuration.reload().problems()).hasSize(1);
    assertThat(configuration.problems()).isEmpty();
    assertThat(admin.configured.get(INFERENCE).get("maxBatch")).isEqualTo(8);
    assertThat(admin.updates).isEqualTo(3);
  }

  @Test
  void aProfileThatIsNotTheActiveOneCountsAsAChangeToo() throws IOException {
    installed.add(Declared.observatory());
    FileConfiguration configuration = start(Optional.empty());
    assertThat(configuration.reload().problems()).isEmpty();
    int before = admin.updates;
    Path own = Files.createDirectories(folders.data().resolve("profiles"));
    Files.writeString(own.resolve("other.yaml"), "site: {longitude: 1}");
    assertThat(configuration.reload().problems()).isEmpty();
    assertThat(admin.updates).isEqualTo(before + 1);
    assertThat(configuration.reload().problems()).isEmpty();
    assertThat(admin.updates).isEqualTo(before + 1);
  }

  @Test
  void reloadingTakesTheOwnFileThatHasComeSince() throws IOException {
    Path shipped = Files.writeString(folders.config().resolve("nightjar.yaml"), "");
    FileConfiguration configuration = start(Optional.empty());
    Path own = write("inference: {maxBatch: no}");
    assertThat(configuration.reload().problems()).hasSize(1);
    assertThat(configuration.file()).isEqualTo(shipped);
    write("inference: {maxBatch: 8}");
    assertThat(configuration.reload().problems()).isEmpty();
    assertThat(configuration.file()).isEqualTo(own);
    assertThat(admin.configured.get(INFERENCE).get("maxBatch")).isEqualTo(8);
  }

  @Test
  void aCommandLineAddsToAList() throws Exception {
    installed.add(Declared.foreign());
    FileConfiguration configuration = start(Optional.empty());
    write("com.example.watch: {folders: [a]}");
    configuration.add("com.example.watch", "folders", List.of("/b", "/c"));
    assertThat((String[]) admin.configured.get("com.example.watch").get("folders"))
        .containsExactly("a", "/b", "/c");
    assertThatThrownBy(() -> configuration.add("inference", "warm", List.of("x")))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("inference.warm");
  }

  @Test
  void whatIsWrongIsNotConfigured() throws IOException {
    Path file = write("inference: {maxBatch: 0}");
    FileConfiguration configuration = start(Optional.empty());
    assertThat(admin.configured).isEmpty();
    assertThat(configuration.problems().get(0).place()).isEqualTo(file + ":1");
  }

  @Test
  void theTemplateIsAFileThatChangesNothingUntilUncommented() throws IOException {
    installed.add(Declared.store());
    FileConfiguration configuration = start(Optional.empty());
    StringWriter text = new StringWriter();
    new Template(new PrintWriter(text))
        .write(List.copyOf(configuration.current().sections().values()));
    write(text.toString());
    assertThat(configuration.reload().problems()).isEmpty();
    String uncommented = text.toString().replaceAll("(?m)^# (?=[a-z]+:$)", "");
    write(uncommented.replaceAll("(?m)^#(?=   [a-z]\\w*: )", ""));
    assertThat(configuration.reload().problems()).isEmpty();
    assertThat(configuration.current().sections().get(INFERENCE).values().get(0).line())
        .isPresent();
    assertThat(text.toString()).contains("#   # Allowed: a whole number from 1 to 1024.");
  }

  private static final class Installed implements Declarations {
    private final List<Declaration> all = new ArrayList<>();
    private final List<Consumer<List<Declaration>>> listeners = new ArrayList<>();

    void add(Declaration declaration) {
      all.add(declaration);
      listeners.forEach(listener -> listener.accept(all()));
    }

    @Override
    public List<Declaration> all() {
      return List.copyOf(all);
    }

    @Override
    public Watch watch(Consumer<List<Declaration>> listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }
  }
}
