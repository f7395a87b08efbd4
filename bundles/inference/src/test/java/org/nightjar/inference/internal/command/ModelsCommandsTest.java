package org.nightjar.inference.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.environment.Folders;
import org.nightjar.inference.Packages;
import org.nightjar.inference.TinyOnnx;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.inference.internal.service.TestSettings;
import org.nightjar.json.JsonLine;
import org.nightjar.testkit.TestCall;

class ModelsCommandsTest {
  private static final Map<String, String> PLAIN = Map.of();
  private static final Map<String, String> JSON = Map.of("json", "");

  @TempDir private Path folder;
  private InferenceService service;

  @BeforeEach
  void start() {
    service =
        new InferenceService(
            new Folders(folder, folder.resolve("data")), TestSettings.onProcessor());
    service.start();
    Packages.write(
        folder.resolve("mine"),
        Packages.manifest("tiny", "1.0", Packages.golden(0.5f)),
        TinyOnnx.add(0.5f, 2, 3));
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  private TestCall run(Command command, int status, Map<String, String> options, String... words)
      throws Exception {
    List<String> typed = new ArrayList<>(List.of(words));
    options.forEach((name, value) -> typed.add("--" + name + (value.isEmpty() ? "" : "=" + value)));
    TestCall call = TestCall.in(folder, typed.toArray(String[]::new));
    assertThat(command.run(call)).isEqualTo(status);
    return call;
  }

  @Test
  void addsListsVerifiesAndRemoves() throws Exception {
    assertThat(run(new ModelsList(service), 0, PLAIN).printed())
        .startsWith("No model is installed");
    assertThat(run(new ModelsAdd(service), 0, PLAIN, "mine").printed())
        .isEqualToIgnoringNewLines("Installed tiny@1.0.");
    assertThat(run(new ModelsAdd(service), 0, PLAIN, "mine").printed())
        .contains("already installed");
    assertThat(run(new ModelsList(service), 0, PLAIN).printed())
        .containsPattern("tiny +1.0 +transients +float32 +cpu +live");
    assertThat(run(new ModelsVerify(service), 0, PLAIN, "tiny").printed())
        .contains("tiny@1.0 on cpu: y comes out, worst |difference| 0.00 of 1.00e-06 allowed");
    assertThat(run(new ModelsRemove(service), 0, PLAIN, "tiny@1.0").printed())
        .contains("Removed tiny@1.0.");
    assertThat(run(new ModelsList(service), 0, JSON).printed()).isEmpty();
  }

  @Test
  void answersInJsonLines() throws Exception {
    String added = run(new ModelsAdd(service), 0, JSON, "mine").printed();
    assertThat(JsonLine.read(added, "").get("added").asBoolean()).isTrue();
    String listed = run(new ModelsList(service), 0, JSON).printed();
    assertThat(JsonLine.read(listed, "").get("state").asText()).isEqualTo("live");
    assertThat(JsonLine.read(listed, "").get("outputs").get(0).asText()).isEqualTo("y");
    String verified = run(new ModelsVerify(service), 0, JSON).printed();
    assertThat(JsonLine.read(verified, "").get("ok").asBoolean()).isTrue();
  }

  @Test
  void addsABareFileWithItsManifest() throws Exception {
    Path graph = folder.resolve("elsewhere.onnx");
    Files.move(folder.resolve("mine/model.onnx"), graph);
    assertThatThrownBy(() -> run(new ModelsAdd(service), 0, PLAIN, "elsewhere.onnx"))
        .hasMessageContaining("a bare ONNX file needs a manifest");
    run(new ModelsAdd(service), 0, Map.of("manifest", "mine/model.yaml"), "elsewhere.onnx");
    assertThat(folder.resolve("data/models/tiny/1.0/model.onnx")).exists();
  }

  @Test
  void warnsOfAModelWithoutGoldenVectors() throws Exception {
    Files.writeString(folder.resolve("mine/model.yaml"), Packages.manifest("tiny", "1.0", ""));
    assertThat(run(new ModelsAdd(service), 0, PLAIN, "mine").said())
        .contains("Warning: tiny@1.0 has no golden vectors");
    assertThat(run(new ModelsList(service), 0, PLAIN).printed()).contains("unverified");
    assertThat(run(new ModelsVerify(service), 1, PLAIN).printed()).contains("no golden vectors");
  }

  @Test
  void verifyFindsWhatWasChangedOnDisk() throws Exception {
    run(new ModelsAdd(service), 0, PLAIN, "mine");
    Files.write(folder.resolve("data/models/tiny/1.0/model.onnx"), TinyOnnx.add(0.25f, 2, 3));
    assertThat(run(new ModelsVerify(service), 1, PLAIN, "tiny").printed())
        .contains("y DOES NOT COME OUT, worst |difference| 0.250");
  }

  @Test
  void namesThatMeanNothingAreRefused() {
    assertThatThrownBy(() -> run(new ModelsVerify(service), 0, PLAIN, "nobody"))
        .hasMessageContaining("NOT_FOUND: no model is called 'nobody'");
    assertThatThrownBy(() -> run(new ModelsAdd(service), 0, PLAIN, "nowhere"))
        .hasMessageContaining("there is no such file or folder");
  }
}
