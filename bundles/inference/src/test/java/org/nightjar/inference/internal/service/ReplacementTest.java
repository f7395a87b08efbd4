package org.nightjar.inference.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.ModelLease;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.environment.Folders;
import org.nightjar.inference.Packages;
import org.nightjar.inference.TinyOnnx;
import org.nightjar.inference.internal.model.Catalogue;
import org.nightjar.inference.internal.model.Installed;
import org.nightjar.inference.internal.model.Lifecycle;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.shadow.ShadowReport;

/** Versions of a model follow each other while requests go on, on the real engine. */
@Timeout(120)
class ReplacementTest {
  /** What only a bad version cannot take: golden vectors do not go there. */
  private static final float TREACHEROUS = -100;

  @TempDir private Path data;
  private InferenceService service;
  private InferenceScope client;

  @BeforeEach
  void start() {
    service = new InferenceService(new Folders(data, data), TestSettings.maxBatch(8));
    service.start();
    client = service.scope("test");
  }

  @AfterEach
  void stop() {
    client.close();
    service.stop();
  }

  private ModelPackage version(int number, String golden, byte[] graph) throws NightjarException {
    return ModelPackage.read(
        Packages.write(
            data.resolve("source" + number),
            Packages.manifest("tiny", "1." + number, golden),
            graph));
  }

  /** A version that adds its number. */
  private ModelPackage good(int number) throws NightjarException {
    return version(number, Packages.golden(number), TinyOnnx.add(number, 2, 3));
  }

  private boolean add(ModelPackage source) throws Exception {
    return service.loaded().add(source, Optional.empty());
  }

  /** Comes out for golden vectors, and gives NaN for what is below -10: x + b + 0 sqrt(x + 10). */
  private ModelPackage treacherous(int number) throws NightjarException {
    byte[] graph =
        new TinyOnnx()
            .node("Add", List.of("x", "ten"), "raised")
            .node("Sqrt", List.of("raised"), "root")
            .node("Mul", List.of("root", "zero"), "nothing")
            .node("Add", List.of("x", "bias"), "sum")
            .node("Add", List.of("sum", "nothing"), "y")
            .initializer("ten", new float[] {10}, 1)
            .initializer("zero", new float[] {0}, 1)
            .initializer("bias", new float[] {number}, 1)
            .input("x", -1, 2, 3)
            .output("y", -1, 2, 3)
            .model();
    return version(number, Packages.golden(number), graph);
  }

  private static Sample image(float value) {
    float[] pixels = new float[6];
    Arrays.fill(pixels, value);
    return new Sample(Map.of("science", Tensor.of(pixels, 2, 3)));
  }

  /** The number of the version that computed this: the same in every pixel. */
  private static int computedBy(Prediction prediction, float value) {
    Tensor y = prediction.outputs().get("y");
    for (int i = 1; i < y.size(); i++) {
      assertThat(y.at(i)).isEqualTo(y.at(0));
    }
    return Math.round(y.at(0) - value);
  }

  @Test
  void noRequestIsLostWhileTheModelIsReplacedTwentyTimes() throws Exception {
    int least = 10_000;
    AtomicBoolean replaced = new AtomicBoolean();
    int callers = 8;
    add(good(1));
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger again = new AtomicInteger();
    Map<Integer, AtomicInteger> byVersion = new ConcurrentSkipListMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(callers);
    List<CompletableFuture<Void>> done = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      SplittableRandom random = new SplittableRandom(i);
      done.add(
          CompletableFuture.runAsync(
              () -> {
                while (!replaced.get() || asked.get() < least) {
                  asked.incrementAndGet();
                  int version = ask(random, again);
                  byVersion.computeIfAbsent(version, v -> new AtomicInteger()).incrementAndGet();
                }
              },
              pool));
    }
    for (int number = 2; number <= 21; number++) {
      int next = number;
      // The replacements are spread over the requests.
      await().until(() -> asked.get() >= (next - 1) * least / 22);
      if (number == 8) {
        ModelPackage wrong = version(8, Packages.golden(99), TinyOnnx.add(8, 2, 3));
        assertThatThrownBy(() -> add(wrong)).hasMessageContaining("MODEL_REFUSED");
      } else if (number == 14) {
        add(treacherous(14));
        await().until(() -> live().endsWith("@1.13"));
      } else {
        add(good(number));
      }
    }
    int last = asked.get();
    await().until(() -> asked.get() >= last + 500);
    replaced.set(true);
    for (CompletableFuture<Void> each : done) {
      each.get();
    }
    pool.shutdown();
    int answered = byVersion.values().stream().mapToInt(AtomicInteger::get).sum();
    assertThat(answered).isEqualTo(asked.get()).isGreaterThanOrEqualTo(least);
    assertThat(byVersion.keySet()).doesNotContain(8).contains(1, 2, 7, 9, 13, 15, 20, 21);
    assertThat(live()).isEqualTo("tiny@1.21");
    Installed bad = service.loaded().named(Optional.of("tiny@1.14")).get(0);
    assertThat(bad.state()).isEqualTo(Lifecycle.REFUSED);
    assertThat(bad.message())
        .startsWith("taken back: it failed ")
        .contains(" samples that tiny@1.13 answers")
        .contains("CONTRACT_BROKEN");
  }

  private String live() {
    return client.models("transients").get(0).label();
  }

  /** One request, by name or by version, until it is answered; says which version did. */
  private int ask(SplittableRandom random, AtomicInteger again) {
    float value = random.nextInt(10) == 0 ? TREACHEROUS : random.nextInt(1000);
    boolean byName = random.nextBoolean();
    while (true) {
      ModelInfo model = client.models("transients").get(0);
      try {
        Prediction prediction =
            Inference.await(
                byName
                    ? client.infer("tiny", image(value), Urgency.BULK)
                    : client.infer(model, image(value), Urgency.BULK));
        String answered = prediction.execution().model();
        int version = computedBy(prediction, value);
        assertThat(answered).as("who says so is who did it").isEqualTo("tiny@1." + version);
        if (!byName) {
          assertThat(answered).isEqualTo(model.label());
        }
        return version;
      } catch (NightjarException e) {
        // The only failure there may be: the version was taken back after it had been given out.
        assertThat(e.problem().code()).isEqualTo(StandardError.WITHDRAWN.name());
        assertThat(byName).isFalse();
        again.incrementAndGet();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void aSampleThatEveryVersionFailsIsNotTheVersionsFault() throws Exception {
    add(treacherous(1));
    add(treacherous(2));
    for (int i = 0; i < 6; i++) {
      CompletableFuture<Prediction> answer = client.infer("tiny", image(TREACHEROUS), Urgency.BULK);
      assertThatThrownBy(() -> Inference.await(answer)).hasMessageContaining("CONTRACT_BROKEN");
    }
    assertThat(live()).isEqualTo("tiny@1.2");
  }

  @Test
  void whatWasTakenBackStaysBackAfterARestart() throws Exception {
    add(good(1));
    add(good(2));
    service.loaded().rollback("tiny", "the operator did not like it");
    assertThat(live()).isEqualTo("tiny@1.1");
    restart();
    assertThat(live()).isEqualTo("tiny@1.1");
    service.loaded().promote("tiny@1.2");
    assertThat(live()).isEqualTo("tiny@1.2");
    service.loaded().promote("tiny@1.1");
    restart();
    assertThat(live()).isEqualTo("tiny@1.1");
    add(good(3));
    assertThat(live()).as("a newer one that is added goes live").isEqualTo("tiny@1.3");
  }

  private void restart() {
    client.close();
    service.stop();
    start();
  }

  @Test
  void anOlderVersionIsLoadedWhenItIsAskedFor() throws Exception {
    add(good(1));
    add(good(2));
    restart();
    assertThat(service.loaded().named(Optional.of("tiny@1.1")).get(0).state())
        .isEqualTo(Lifecycle.RESOLVED);
    ModelInfo old = client.model("tiny@1.1").orElseThrow();
    assertThat(computedBy(Inference.await(client.infer(old, image(5), Urgency.BULK)), 5))
        .isEqualTo(1);
    assertThat(live()).isEqualTo("tiny@1.2");
  }

  @Test
  void aVersionOnTrialSeesTheLiveSamplesAndGoesLiveIfItAgrees() throws Exception {
    add(good(1));
    service.loaded().add(version(2, Packages.golden(1), TinyOnnx.add(1, 2, 3)), Optional.of(50));
    assertThat(live()).isEqualTo("tiny@1.1");
    CompletableFuture<Void> traffic =
        CompletableFuture.runAsync(
            () -> {
              while (!live().equals("tiny@1.2")) {
                client.infer("tiny", image(3), Urgency.BULK).join();
              }
            });
    traffic.get();
    restart();
    assertThat(live()).isEqualTo("tiny@1.2");
  }

  @Test
  void aVersionOnTrialThatDecidesDifferentlyStaysThere() throws Exception {
    service.loaded().add(scalar(1), Optional.empty());
    service.loaded().add(scalar(2), Optional.of(20));
    Catalogue catalogue = service.loaded();
    for (int i = 0; i < 60; i++) {
      Inference.await(client.infer("tiny", image(i % 8), Urgency.BULK));
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> seen(catalogue) >= 20);
    ShadowReport report = catalogue.succession().trial("tiny").orElseThrow();
    ShadowReport.Output y = report.outputs().get(0);
    assertThat(y.name()).isEqualTo("y");
    assertThat(y.largest()).isEqualTo(1);
    assertThat(y.mean()).isEqualTo(1);
    assertThat(y.decisions()).isGreaterThanOrEqualTo(20);
    assertThat(y.flips()).as("brightness 3 is below the level, or above").isPositive();
    assertThat(report.failures()).isZero();
    assertThat(report.liveMicros()).isPositive();
    assertThat(live()).isEqualTo("tiny@1.1");
    Installed candidate = service.loaded().named(Optional.of("tiny@1.2")).get(0);
    assertThat(candidate.state()).isEqualTo(Lifecycle.SHADOW);
    await().until(() -> candidate.message().contains("y decides differently for"));
  }

  /** The mean of the image and a number; the level is at 4.5. */
  private ModelPackage scalar(int number) throws NightjarException {
    float[] mean = new float[6];
    Arrays.fill(mean, 1 / 6f);
    byte[] graph =
        new TinyOnnx()
            .node("Flatten", List.of("x"), "flat")
            .node("MatMul", List.of("flat", "mean"), "sum")
            .node("Add", List.of("sum", "bias"), "y")
            .initializer("mean", mean, 6, 1)
            .initializer("bias", new float[] {number}, 1)
            .input("x", -1, 2, 3)
            .output("y", -1, 1)
            .model();
    return version(number, "thresholds: {bright: 4.5}", graph);
  }

  private static long seen(Catalogue catalogue) {
    return catalogue.succession().trial("tiny").map(ShadowReport::samples).orElse(0L);
  }

  @Test
  void aLeaseKeepsAVersionLoadedUntilTheScopeEnds() throws Exception {
    add(good(1));
    ModelInfo model = client.models("transients").get(0);
    ModelLease lease = client.lease(model);
    assertThat(lease.model()).isEqualTo(model);
    assertThat(service.clients().of("test").use().leases()).isEqualTo(1);
    client.close();
    assertThat(service.clients().of("test").use().leases()).isZero();
    assertThatThrownBy(() -> Inference.await(client.infer(model, image(1), Urgency.BULK)))
        .hasMessageContaining("REVOKED");
    lease.close();
    assertThat(service.clients().of("test").use().leases()).isZero();
  }
}
