package org.nightjar.inference.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.command.Command;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.environment.Folders;
import org.nightjar.inference.internal.model.Catalogue;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.precision.Stars;
import org.nightjar.inference.internal.precision.samples.SampleFolder;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.inference.internal.service.TestSettings;
import org.nightjar.json.JsonLine;
import org.nightjar.testkit.TestCall;

/** Variants of a network whose answers are known: made, judged, refused, installed. */
class ModelsVariantTest {
  @TempDir private Path folder;
  private InferenceService service;

  @BeforeEach
  void start() throws Exception {
    startService();
    Stars.write(folder.resolve("stars"), "");
    Stars.samples(folder.resolve("labelled"), 300, 1, 1);
    service.loaded().add(ModelPackage.read(folder.resolve("stars")), Optional.empty());
  }

  private void startService() {
    service =
        new InferenceService(
            new Folders(folder, folder.resolve("data")), TestSettings.onProcessor());
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  private TestCall run(Command command, int status, String... words) throws Exception {
    TestCall call = TestCall.in(folder, words);
    assertThat(command.run(call)).as(call.printed()).isEqualTo(status);
    return call;
  }

  private TestCall variant(int status, String... words) throws Exception {
    return run(new ModelsVariant(service), status, words);
  }

  private String live() {
    return service.scope("test").models("transients").stream()
        .map(ModelInfo::label)
        .findFirst()
        .orElse("none");
  }

  @Test
  void halfWeightsAreAcceptedInstalledAndPromoted() throws Exception {
    String printed =
        variant(0, "stars", "--precision=float16-weights", "--samples=labelled", "--install")
            .printed();
    assertThat(printed)
        .contains("judged by 300 samples (all 300) on cpu")
        .containsPattern("auc of score: 0\\.9[0-9]+, float32 0\\.9[0-9]+; loss ")
        .contains("Accepted.")
        .contains("nightjar models promote stars@1.0+float16-weights");
    assertThat(live()).isEqualTo("stars@1.0");
    assertThat(run(new ModelsList(service), 0).printed())
        .containsPattern("stars +1.0\\+float16-weights +transients +float16-weights +- +resolved")
        .containsPattern("    auc of score: .*float32 .*loss .*, 0\\.00500 allowed");
    run(new ModelsVerify(service), 0, "stars@1.0+float16-weights");
    run(new ModelsPromote(service), 0, "stars@1.0+float16-weights");
    assertThat(live()).isEqualTo("stars@1.0+float16-weights");
    service.stop();
    startService();
    assertThat(live()).as("after a restart").isEqualTo("stars@1.0+float16-weights");
    run(new ModelsPromote(service), 0, "stars@1.0");
    assertThat(live()).isEqualTo("stars@1.0");
  }

  @Test
  void eightBitsAreAcceptedAndReported() throws Exception {
    String[] words = {
      "stars", "--precision=int8", "--samples=labelled", "--calibrate=100", "--keep=head", "--json"
    };
    JsonNode json = JsonLine.read(variant(0, words).printed(), "");
    assertThat(json.get("version").asText()).isEqualTo("1.0+int8");
    assertThat(json.get("accepted").asBoolean()).isTrue();
    JsonNode report = json.get("report");
    assertThat(report.get("calibration").toString())
        .isEqualTo(
            "{\"samples\":100,\"rule\":\"the first 100 of the set\",\"ranges\":\"extremes\","
                + "\"kept\":[\"head\"],\"weightBits\":8}");
    assertThat(report.get("evaluation").get("samples").asInt()).isEqualTo(200);
    assertThat(report.get("evaluation").get("about").asText()).isEqualTo("stars in noise, seed 1");
    JsonNode metric = report.get("metric");
    assertThat(metric.get("float32").asDouble()).isBetween(0.85, 0.99);
    assertThat(metric.get("high").asDouble()).isLessThan(0.005);
    assertThat(metric.get("low").asDouble()).isLessThanOrEqualTo(metric.get("high").asDouble());
    JsonNode score = report.get("outputs").get(0);
    assertThat(score.get("largest").asDouble()).isBetween(1e-4, 0.1);
    assertThat(score.get("decisions").asInt()).isEqualTo(200);
    assertThat(score.get("tolerance").asDouble()).isGreaterThan(score.get("largest").asDouble());
    assertThat(report.get("cost").get("bytes").asInt())
        .isLessThan(report.get("cost").get("float32Bytes").asInt() * 6 / 10);
    assertThat(report.get("untested").toString()).contains("no VNNI");
    assertThat(JsonLine.read(variant(0, words).printed(), "").get("report").get("metric"))
        .as("the same again")
        .isEqualTo(metric);
  }

  /** Ranges taken from images of a fiftieth of the brightness cut all stars off. */
  @Test
  void eightBitsFromTheWrongSamplesAreRefusedByTheReport() throws Exception {
    Stars.samples(folder.resolve("dark"), 60, 0.02, 2);
    String printed =
        variant(
                1,
                "stars",
                "--precision=int8",
                "--samples=labelled",
                "--calibration=dark",
                "--install",
                "--out=out")
            .printed();
    assertThat(printed)
        .contains("calibrated by 60 samples (all 60 of a set of their own)")
        .containsPattern("NOT ACCEPTED: with 95 % confidence its auc is worse by up to 0\\.[0-9]+");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(service.loaded().installed()).hasSize(1);
  }

  @Test
  void aVariantComesLiveAfterItsTrial() throws Exception {
    variant(
        0,
        "stars",
        "--precision=int8",
        "--samples=labelled",
        "--calibrate=100",
        "--percentile=99.99",
        "--trial=0");
    assertThat(live()).isEqualTo("stars@1.0");
    assertThat(run(new ModelsList(service), 0).printed()).contains("shadow");
  }

  @Test
  void whatIsWrittenCanBeInstalledByAPluginAloneAndNotOnceItIsChanged() throws Exception {
    variant(0, "stars", "--precision=int8", "--samples=labelled", "--calibrate=100", "--out=out");
    Path out = folder.resolve("out");
    assertThat(Files.readString(out.resolve("model.yaml")))
        .startsWith(
            "# Looks for stars.\nid: stars\nversion: \"1.0+int8\"\ntask: transients\n"
                + "precision: int8\nlicense: Apache-2.0\n");
    assertThat(out.resolve("golden/something.f32")).exists();
    assertThat(out.resolve("probe.onnx")).doesNotExist();
    Catalogue catalogue = service.loaded();
    catalogue.remove("stars");
    assertThat(catalogue.add(ModelPackage.read(out), Optional.empty())).isTrue();
    assertThat(live()).as("nothing else is there").isEqualTo("stars@1.0+int8");
    catalogue.add(ModelPackage.read(folder.resolve("stars")), Optional.empty());
    assertThat(live()).isEqualTo("stars@1.0");
    catalogue.remove("stars");

    refused(out, "  accepted: true", "  accepted: false", "nothing speaks against it");
    refused(out, "  limit: 0.005", "  limit: -0.005", "'limit' must not be negative");
    refused(out, "  limit: 0.005", "  limit: 1.0E-9", "it says accepted, but with 95 % confidence");
    refused(out, "float32: 0", "float32: 1", "the loss is said to be");
    refused(out, "samples: 200", "samples: 20", "it was judged by 20 samples, at least 50");
    refused(out, "\nreport:", "\ncard: {was: here}\nignored:", "unknown key 'ignored'");
    String whole = Files.readString(out.resolve("model.yaml"));
    Files.writeString(
        out.resolve("model.yaml"), whole.substring(0, whole.indexOf("\nreport:") + 1));
    assertThatThrownBy(() -> catalogue.add(ModelPackage.read(out), Optional.empty()))
        .hasMessageContaining("MODEL_REFUSED")
        .hasMessageContaining("carries no report")
        .hasMessageContaining("nightjar models variant stars --precision int8 --samples DIR");
    Files.writeString(out.resolve("model.yaml"), whole);
    Files.copy(folder.resolve("stars/model.onnx"), out.resolve("other.onnx"));
    assertThatThrownBy(
            () ->
                catalogue.add(
                    ModelPackage.read(out.resolve("model.yaml"), out.resolve("other.onnx")),
                    Optional.empty()))
        .hasMessageContaining("its report is about another graph");
  }

  @Test
  void roundedNumbersDoNotPassForSinglePrecision() throws Exception {
    variant(0, "stars", "--precision=int8", "--samples=labelled", "--calibrate=100", "--out=out");
    Files.copy(
        folder.resolve("stars/model.yaml"),
        folder.resolve("out/model.yaml"),
        StandardCopyOption.REPLACE_EXISTING);
    service.loaded().remove("stars");
    assertThatThrownBy(
            () -> service.loaded().add(ModelPackage.read(folder.resolve("out")), Optional.empty()))
        .hasMessageContaining(
            "stars@1.0 says float32, and its graph computes with rounded numbers");
  }

  private void refused(Path out, String from, String to, String why) throws Exception {
    Path manifest = out.resolve("model.yaml");
    String whole = Files.readString(manifest);
    assertThat(whole).contains(from);
    Files.writeString(manifest, whole.replace(from, to));
    assertThatThrownBy(() -> service.loaded().add(ModelPackage.read(out), Optional.empty()))
        .as(to)
        .hasMessageContaining(why);
    Files.writeString(manifest, whole);
  }

  @Test
  void aReportAgainstAnotherPackageIsRefused() throws Exception {
    variant(0, "stars", "--precision=float16-weights", "--samples=labelled", "--out=out");
    service.loaded().remove("stars");
    Stars.write(folder.resolve("stars"), "card: {training: another one}\n");
    service.loaded().add(ModelPackage.read(folder.resolve("stars")), Optional.empty());
    assertThatThrownBy(
            () -> service.loaded().add(ModelPackage.read(folder.resolve("out")), Optional.empty()))
        .hasMessageContaining("its report is against another package than stars@1.0");
  }

  @Test
  void thePackageSaysHowMuchMayBeLost() throws Exception {
    String metric = "metric: {name: accuracy, output: score, threshold: 0.4, limit: 0.02}\n";
    service.loaded().remove("stars");
    Stars.write(folder.resolve("stars"), metric);
    service.loaded().add(ModelPackage.read(folder.resolve("stars")), Optional.empty());
    String[] words = {"stars", "--precision=float16-weights", "--samples=labelled", "--json"};
    JsonNode report = JsonLine.read(variant(0, words).printed(), "").get("report");
    assertThat(report.get("metric").get("name").asText()).isEqualTo("accuracy");
    assertThat(report.get("limit").asDouble()).isEqualTo(0.02);
    assertThat(report.get("untested").toString()).contains("rule of three");
    assertThatThrownBy(
            () ->
                variant(
                    0,
                    "stars",
                    "--precision=float16-weights",
                    "--samples=labelled",
                    "--limit=0.03"))
        .hasMessageContaining("a loss of 0.03 is more than the package allows, 0.02");
  }

  @Test
  void samplesThatCalibrateDoNotJudge() throws Exception {
    assertThatThrownBy(() -> variant(0, "stars", "--precision=int8", "--samples=labelled"))
        .hasMessageContaining("ranges need samples for calibration")
        .hasMessageContaining("--calibrate N");
    assertThatThrownBy(
            () ->
                variant(
                    0,
                    "stars",
                    "--precision=int8",
                    "--samples=labelled",
                    "--calibration=../" + folder.getFileName() + "/labelled"))
        .hasMessageContaining("the same folder is named for calibration and judgement");
    Stars.samples(folder.resolve("copy"), 300, 1, 1);
    assertThatThrownBy(
            () ->
                variant(0, "stars", "--precision=int8", "--samples=labelled", "--calibration=copy"))
        .hasMessageContaining("every sample that should judge is one that calibrates");
    Stars.samples(folder.resolve("part"), 60, 1, 1);
    assertThat(
            variant(0, "stars", "--precision=int8", "--samples=labelled", "--calibration=part")
                .printed())
        .contains("judged by 240 samples (all 300, without 60 that calibrated too)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stars --samples=labelled | BAD_ARGUMENT: this must be given (--precision)",
        "stars --precision=int4 --samples=labelled | 'int4' is none of [int8, float16-weights]",
        "stars --precision=int8 | BAD_ARGUMENT: this must be given (--samples)",
        "stars --precision=int8 --samples=gone --calibrate=9 | UNREADABLE: there is no such file",
        "stars --precision=int8 --samples=labelled --calibrate=x | 'x' is no number (--calibrate)",
        "stars --precision=int8 --samples=labelled --calibrate=0 | it cannot be 0 (--calibrate)",
        "stars --precision=int8 --samples=labelled --calibrate=300 | cannot calibrate and leave some",
        "stars --precision=int8 --samples=labelled --calibrate=9 --percentile=50 | it cannot be 50",
        "stars --precision=int8 --samples=labelled --calibrate=9 --weight-bits=6 | it cannot be 6",
        "stars --precision=int8 --samples=labelled --calibrate=9 --limit=-1 | it cannot be -1",
        "stars --precision=int8 --samples=labelled --calibrate=9 --keep=tail | no node 'tail'",
        "stars --precision=int8 --samples=labelled --calibrate=9 --out=stars | CONFLICT",
        "stars --precision=float16-weights --samples=labelled --keep=head | only int8 takes this",
        "stars --precision=float16-weights --samples=unlabelled | the samples have no labels",
        "stars --precision=float16-weights --samples=alike | auc is NaN in single precision",
        "stars --precision=float16-weights --samples=wrong | the label 7.0 is no class",
        "moons --precision=float16-weights --samples=labelled | no model is called 'moons'",
      })
  void mistakesAreSaid(String typed, String message) throws IOException {
    String images = "channels: {science: {file: x.f32, shape: [60, 20, 20]}}\n";
    float[] pixels = new float[60 * 400];
    new SampleFolder(folder.resolve("unlabelled")).file("x.f32", pixels).yaml(images);
    String same = "labels: [" + "0, ".repeat(59) + "0]\n";
    new SampleFolder(folder.resolve("alike")).file("x.f32", pixels).yaml(images + same);
    String wrong = "labels: [" + "0, ".repeat(59) + "7]\n";
    new SampleFolder(folder.resolve("wrong")).file("x.f32", pixels).yaml(images + wrong);
    assertThatThrownBy(() -> variant(0, typed.split(" "))).hasMessageContaining(message);
  }

  @Test
  void ofAVariantNoVariantIsMade() throws Exception {
    variant(0, "stars", "--precision=float16-weights", "--samples=labelled", "--install");
    assertThatThrownBy(
            () ->
                variant(
                    0,
                    "stars@1.0+float16-weights",
                    "--precision=float16-weights",
                    "--samples=labelled"))
        .hasMessageContaining("there is no float32 version of 'stars@1.0+float16-weights'");
  }

  @Test
  void whoGoesAwayEndsIt() {
    TestCall call =
        TestCall.in(folder, "stars", "--precision=float16-weights", "--samples=labelled");
    call.cancel();
    assertThatThrownBy(() -> new ModelsVariant(service).run(call))
        .hasMessageContaining("CANCELLED: cancelled while comparing");
  }
}
