package org.nightjar.transients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.api.task.BatchItem;
import org.nightjar.api.task.TaskContext;
import org.nightjar.testkit.FakeModel;
import org.nightjar.testkit.InMemoryProduct;
import org.nightjar.testkit.TestPlatform;
import org.nightjar.testkit.TestSettings;

class TransientsTest {

  private static final List<String> STAMPS = List.of("science", "template", "difference");
  private static final ModelInfo NET = FakeModel.info("net", "transients", "drb", STAMPS);

  @TempDir private Path folder;
  private TestPlatform platform;

  @BeforeEach
  void startBare() {
    platform = TestPlatform.in(folder);
  }

  @Test
  void measuresThePacketAndItsStamps() {
    Report report = report(Packets.good());
    assertThat(value(report, "magnitude")).isEqualTo(18.25);
    assertThat(value(report, "signalToNoise")).isCloseTo(21.715, within(0.001));
    assertThat(value(report, "packetDrb")).isEqualTo(0.97);
    assertThat(value(report, "science/width")).isEqualTo(31);
    assertThat(value(report, "science/height")).isEqualTo(21);
    assertThat(value(report, "difference/blankPixels")).isZero();
    assertThat(report.measurements()).doesNotContainKeys("apertureDifference", "drb");
  }

  @Test
  void cannotTellWithoutAModel() {
    Report report = report(Packets.good());
    assertThat(report.verdict()).isEqualTo(Verdict.ABSTAIN);
    assertThat(report.reasons()).containsExactly("no model is installed for this task");
  }

  @Test
  void measuresByTheNamesThatAllSurveysShare() {
    Report report =
        report(
            InMemoryProduct.of(Kind.ALERT)
                .fact("magnitude", 17.5)
                .fact("magnitudeError", 0.1)
                .fact("stamps", "none")
                .fact("stamps.science", "no pixels: the packet gives addresses of images")
                .build());
    assertThat(value(report, "magnitude")).isEqualTo(17.5);
    assertThat(value(report, "signalToNoise")).isCloseTo(10.857, within(0.001));
    assertThat(report.verdict()).isEqualTo(Verdict.ABSTAIN);
    assertThat(report.reasons()).first().asString().contains("addresses of its stamps");
  }

  @Test
  void cannotTellWithoutStamps() {
    platform = platform.with(NET, FakeModel.always("drb", 1));
    Report report = report(Packets.bare().build());
    assertThat(report.verdict()).isEqualTo(Verdict.ABSTAIN);
    assertThat(report.reasons()).first().isEqualTo("the packet has no stamps");
  }

  @Test
  void cannotTellWithoutAChannelOfTheModel() {
    platform = platform.with(NET, FakeModel.always("drb", 1));
    Product packet =
        Packets.with(Packets.stamp("science", 1), Packets.stamp("template", 2)).build();
    Report report = report(packet);
    assertThat(report.verdict()).isEqualTo(Verdict.ABSTAIN);
    assertThat(report.reasons())
        .containsExactly("model net wants difference, which the packet does not have");
  }

  @Test
  void seesJunkWithoutAModel() {
    Product packet = Packets.with(Packets.blank("science"), Packets.blank("difference")).build();
    assertThat(report(packet).verdict()).isEqualTo(Verdict.JUNK);
  }

  @ParameterizedTest
  @CsvSource({"0.5, OK", "0.49, QUESTIONABLE", "0.2, QUESTIONABLE", "0.19, JUNK"})
  void judgesByItsOwnLevels(float score, Verdict verdict) {
    platform = platform.with(NET, FakeModel.always("drb", score));
    Report report = report(Packets.good());
    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(value(report, "drb")).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"0.9, OK", "0.89, QUESTIONABLE", "0.69, JUNK"})
  void judgesByTheLevelsOfTheModel(float score, Verdict verdict) {
    platform =
        platform.with(
            model("net", "drb", 1, Map.of("real", 0.9, "bogus", 0.7)),
            FakeModel.always("drb", score));
    assertThat(report(Packets.good()).verdict()).isEqualTo(verdict);
  }

  @Test
  void keepsClashingOutputsApart() {
    platform =
        platform
            .with(model("one", "fwhm", 1, Map.of()), FakeModel.always("fwhm", 0.9f))
            .with(model("two", "drb", 1, Map.of()), FakeModel.always("drb", 0.8f))
            .with(model("three", "drb", 1, Map.of()), FakeModel.always("drb", 0.7f))
            .with(model("four", "own", 1, Map.of()), FakeModel.always("own", 0.6f));
    Report report = report(Packets.good());
    assertThat(value(report, "fwhm")).isEqualTo(2.1);
    assertThat(value(report, "one/fwhm")).isEqualTo(0.9f);
    assertThat(value(report, "two/drb")).isEqualTo(0.8f);
    assertThat(value(report, "three/drb")).isEqualTo(0.7f);
    assertThat(value(report, "own")).isEqualTo(0.6f);
    assertThat(report.measurements()).doesNotContainKey("drb");
  }

  @Test
  void spreadsVectorsAndTellsWhatPreprocessingDid() {
    platform =
        platform.with(
            model("net", "classes", 2, Map.of()),
            sample ->
                Prediction.of(
                    Map.of("classes", Tensor.of(new float[] {0.25f, 0.75f}, 2)),
                    List.of("difference padded from 21 x 31 to 63 x 63"),
                    "cpu"));
    Report report = report(Packets.good());
    assertThat(value(report, "classes[1]")).isEqualTo(0.75);
    assertThat(report.verdict()).isEqualTo(Verdict.ABSTAIN);
    assertThat(report.findings()).extracting(Finding::what).containsExactly("model-input-adapted");
  }

  @Test
  void readsTheClassThatMeansReal() {
    OutputInfo classes =
        new OutputInfo("p", List.of(2), "probability", "test", List.of("bogus", "other"));
    ModelInfo model =
        new ModelInfo(
            "net",
            "1",
            "0".repeat(64),
            "transients",
            "float32",
            List.of(new InputInfo("stamps", List.of(-1, -1, 3), STAMPS)),
            List.of(classes),
            Map.of());
    platform =
        platform.with(
            model,
            sample ->
                Prediction.of(
                    Map.of("p", Tensor.of(new float[] {0.1f, 0.9f}, 2)), List.of(), "cpu"));
    assertThat(report(Packets.good()).reasons()).containsExactly("net: p is 0.9, at or above 0.5");
  }

  @Test
  void cannotTellFromAScoreThatIsNoNumber() {
    platform = platform.with(NET, FakeModel.always("drb", Float.NaN));
    Report report = report(Packets.good());
    assertThat(report.verdict()).isEqualTo(Verdict.ABSTAIN);
    assertThat(report.reasons()).containsExactly("model net gives NaN for this packet");
  }

  @Test
  void cannotTellWhereTheModelCannotTakeTheStamps() {
    platform =
        platform.with(
            NET,
            sample -> {
              throw NightjarException.of(StandardError.BAD_ARGUMENT, "too small", "", "");
            });
    Report report = report(Packets.good());
    assertThat(report.verdict()).isEqualTo(Verdict.ABSTAIN);
    assertThat(report.reasons()).containsExactly("model net cannot take this packet: too small");
  }

  @Test
  void lastsWhereOneOfTwoModelsCannotBeApplied() {
    platform =
        platform
            .with(NET, FakeModel.always("drb", 0.9f))
            .with(
                FakeModel.info("meta", "transients", "score", List.of("science", "gaiaMag")),
                FakeModel.always("score", 0));
    Report report = report(Packets.good());
    assertThat(report.verdict()).isEqualTo(Verdict.OK);
    assertThat(report.findings()).extracting(Finding::what).containsExactly("model-not-applied");
  }

  @Test
  void failsOnlyTheItemWhoseInferenceFails() throws Exception {
    Product bad = Packets.with(Packets.stamp("science", 9)).build();
    Product good = Packets.with(Packets.stamp("science", 8)).build();
    float unlucky = first(bad);
    platform =
        platform.with(
            FakeModel.info("net", "transients", "drb", List.of("science")),
            sample -> {
              if (sample.channels().get("science").at(0) == unlucky) {
                throw NightjarException.of(StandardError.OUT_OF_MEMORY, "no room", "", "");
              }
              return FakeModel.always("drb", 1).predict(sample);
            });
    Item first = new Item(good, platform.context(good));
    Item second = new Item(bad, platform.context(bad));
    Item third = new Item(good, platform.context(good));
    task().examine(List.of(first, second, third));
    assertThat(first.reports).hasSize(1);
    assertThat(second.problems)
        .singleElement()
        .satisfies(p -> assertThat(p.problem().code()).isEqualTo("OUT_OF_MEMORY"));
    assertThat(third.reports).hasSize(1);
  }

  @Test
  void refusesLevelsThatContradictEachOther() {
    assertThatThrownBy(
            () ->
                new Transients(
                    TestSettings.with(
                        TransientsSettings.class, Map.of("realFrom", 0.1, "bogusBelow", 0.3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bogusBelow");
  }

  private static float first(Product product) throws NightjarException {
    return Stamp.of(product).get(0).pixels().at(0);
  }

  private static ModelInfo model(String id, String output, int size, Map<String, Double> levels) {
    OutputInfo only = new OutputInfo(output, List.of(size), "probability", "test", List.of());
    return new ModelInfo(
        id,
        "1",
        "0".repeat(64),
        "transients",
        "float32",
        List.of(new InputInfo("stamps", List.of(-1, -1, 3), STAMPS)),
        List.of(only),
        levels);
  }

  private static Transients task() {
    return new Transients(TestSettings.defaults(TransientsSettings.class));
  }

  private Report report(Product product) {
    Item item = new Item(product, platform.context(product));
    try {
      task().examine(List.of(item));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(item.problems).isEmpty();
    assertThat(item.reports).hasSize(1);
    return item.reports.get(0);
  }

  private static double value(Report report, String name) {
    assertThat(report.measurements()).containsKey(name);
    return report.measurements().get(name).value();
  }

  private static final class Item implements BatchItem {
    private final Product product;
    private final TaskContext context;
    private final List<Report> reports = new ArrayList<>();
    private final List<NightjarException> problems = new ArrayList<>();

    private Item(Product product, TaskContext context) {
      this.product = product;
      this.context = context;
    }

    @Override
    public Product product() {
      return product;
    }

    @Override
    public TaskContext context() {
      return context;
    }

    @Override
    public void report(Report report) {
      reports.add(report);
    }

    @Override
    public void fail(NightjarException problem) {
      problems.add(problem);
    }
  }
}
