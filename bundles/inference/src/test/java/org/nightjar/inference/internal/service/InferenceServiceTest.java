package org.nightjar.inference.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.health.HealthStatus;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.environment.Folders;
import org.nightjar.inference.ModelSource;
import org.nightjar.inference.Packages;
import org.nightjar.inference.TinyOnnx;
import org.nightjar.inference.internal.model.ModelPackage;

class InferenceServiceTest {
  private static final byte[] GRAPH = TinyOnnx.add(0.5f, 2, 3);

  @TempDir private Path data;
  private InferenceService service;
  private InferenceScope client;

  @AfterEach
  void stop() {
    service.stop();
  }

  private void start(InferenceSettings settings) {
    service = new InferenceService(new Folders(data, data), settings);
    service.start();
    client = service.scope("test");
  }

  private void add(String golden) throws Exception {
    service
        .loaded()
        .add(
            ModelPackage.read(
                Packages.write(
                    data.resolve("source"), Packages.manifest("tiny", "1.0", golden), GRAPH)),
            Optional.empty());
  }

  private static Sample image(float value) {
    float[] pixels = new float[6];
    Arrays.fill(pixels, value);
    return new Sample(Map.of("science", Tensor.of(pixels, 2, 3)));
  }

  @Test
  void modelsAreThereAgainAfterARestart() throws Exception {
    start(TestSettings.maxBatch(4));
    add(Packages.golden(0.5f));
    ModelInfo before = client.models("transients").get(0);
    service.stop();
    start(TestSettings.maxBatch(4));
    assertThat(client.models("transients")).containsExactly(before);
  }

  @Test
  void inferAllWaitsWhereTheQueueIsShorter() throws Exception {
    start(TestSettings.of(2, "cpu", 1, 3));
    add(Packages.golden(0.5f));
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      samples.add(image(i));
    }
    List<Prediction> predictions =
        client.inferAll(client.models("transients").get(0), samples, Urgency.BULK);
    for (int i = 0; i < 200; i++) {
      assertThat(predictions.get(i).outputs().get("y").at(3)).isEqualTo(i + 0.5f);
    }
  }

  @Test
  void inferAllThrowsTheFirstFailure() throws Exception {
    start(TestSettings.maxBatch(4));
    add(Packages.golden(0.5f));
    ModelInfo model = client.models("transients").get(0);
    List<Sample> samples = List.of(image(1), new Sample(Map.of()), image(2));
    assertThatThrownBy(() -> client.inferAll(model, samples, Urgency.BULK))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("channel 'science' is missing");
  }

  @Test
  void resultsDoNotDependOnTheCompanyInABatch() throws Exception {
    start(TestSettings.maxBatch(16));
    add(Packages.golden(0.5f));
    ModelInfo model = client.models("transients").get(0);
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      List<Float> values = new ArrayList<>();
      List<CompletableFuture<Prediction>> futures = new ArrayList<>();
      for (int i = random.nextInt(40); i >= 0; i--) {
        float value = random.nextFloat();
        values.add(value);
        futures.add(client.infer(model, image(value), Urgency.BULK));
      }
      for (int i = 0; i < values.size(); i++) {
        assertThat(futures.get(i).get().outputs().get("y").at(0)).isEqualTo(values.get(i) + 0.5f);
      }
    }
  }

  @Test
  void whatHangsOnAnAnswerDoesNotHoldUpTheOthers() throws Exception {
    start(TestSettings.of(1, "cpu", 1, 8));
    add(Packages.golden(0.5f));
    ModelInfo model = client.models("transients").get(0);
    CountDownLatch forever = new CountDownLatch(1);
    // On a thread of its own: an answer that is there at once runs what hangs on it right here.
    CompletableFuture<Boolean> stuck =
        CompletableFuture.supplyAsync(
            () ->
                client
                    .infer(model, image(1), Urgency.BULK)
                    .thenApply(prediction -> opens(forever))
                    .join());
    client.infer(model, image(2), Urgency.BULK).get(20, TimeUnit.SECONDS);
    forever.countDown();
    assertThat(stuck.get()).isTrue();
  }

  private static boolean opens(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aModelThatIsGoneIsNotFound() throws Exception {
    start(TestSettings.maxBatch(4));
    add(Packages.golden(0.5f));
    ModelInfo model = client.models("transients").get(0);
    service.loaded().remove("tiny");
    assertThat(client.infer(model, image(1), Urgency.BULK))
        .failsWithin(Duration.ofSeconds(1))
        .withThrowableThat()
        .withMessageContaining("NOT_FOUND: model tiny@1.0 is not installed");
  }

  @Test
  void aPluginsModelsComeAndGoWithIt() {
    start(TestSettings.maxBatch(4));
    assertThat(client.models("transients")).isEmpty();
    Path there =
        Packages.write(
            data.resolve("plugin"), Packages.manifest("tiny", "1.0", Packages.golden(0.5f)), GRAPH);
    ModelSource source =
        new ModelSource() {
          @Override
          public String name() {
            return "plugin a";
          }

          @Override
          public List<Path> packages() {
            return List.of(there);
          }
        };
    service.addSource(source);
    assertThat(client.models("transients")).hasSize(1);
    service.removeSource(source);
    assertThat(client.models("transients")).isEmpty();
  }

  @Test
  void healthTellsWhatRunsWhereAndWhatDoesNot() throws Exception {
    start(TestSettings.of(4, "cuda", 1, 8));
    InferenceHealth health = new InferenceHealth(service);
    assertThat(client.models("transients")).isEmpty();
    assertThat(health.check().message()).isEqualTo("no model is installed");
    add(Packages.golden(0.5f));
    if (service
        .loaded()
        .installed()
        .get(0)
        .model()
        .orElseThrow()
        .placement()
        .device()
        .equals("cpu")) {
      assertThat(health.check().status()).isEqualTo(HealthStatus.WARN);
      assertThat(health.check().message()).contains("tiny@1.0 on cpu (cuda:0: CUDA does not work");
    } else {
      assertThat(health.check().message()).isEqualTo("tiny@1.0 on cuda:0");
    }
    service.loaded().remove("tiny");
    add("");
    assertThat(health.check().message()).contains("tiny@1.0 is unverified");
  }

  @Test
  void aDeviceNobodyKnowsIsRefused() {
    start(TestSettings.maxBatch(1));
    InferenceSettings wrong = TestSettings.of(1, "gpu", 1, 1);
    assertThatThrownBy(() -> new InferenceService(new Folders(data, data), wrong))
        .hasMessageContaining("inference.device cannot be 'gpu'; known: auto, cpu, cuda");
  }
}
