package org.nightjar.inference.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.environment.Folders;
import org.nightjar.inference.Packets;
import org.nightjar.inference.internal.golden.Difference;
import org.nightjar.inference.internal.model.ModelPackage;

/** A published network on real packets gives the scores that the survey wrote into them. */
class BraaiTest {
  private static final Path TRANSIENTS =
      Path.of(System.getProperty("nightjar.testdata", "../../../shared/data"), "transients");
  private static final Path MANIFEST = Path.of("../../itests/src/test/resources/models/braai.yaml");
  private static final double TOLERANCE = 1e-6;

  @TempDir private Path data;
  private InferenceService service;
  private InferenceScope client;

  @BeforeEach
  void present() {
    assumeTrue(Files.isDirectory(TRANSIENTS), "the real packets are not here: " + TRANSIENTS);
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.stop();
    }
  }

  private ModelInfo install(int maxBatch) throws Exception {
    service = new InferenceService(new Folders(data, data), TestSettings.maxBatch(maxBatch));
    service.start();
    service
        .loaded()
        .add(ModelPackage.read(MANIFEST, TRANSIENTS.resolve("braai/d6_m7.onnx")), Optional.empty());
    client = service.scope("test");
    return client.models("transients").get(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32})
  void scoresAreThoseInThePackets(int maxBatch) throws Exception {
    List<Packets.Packet> packets = Packets.golden(TRANSIENTS);
    assertThat(packets).hasSizeGreaterThan(50);
    ModelInfo model = install(maxBatch);
    List<Sample> samples = packets.stream().map(Packets.Packet::sample).toList();
    List<Prediction> predictions = client.inferAll(model, samples, Urgency.BULK);
    for (int i = 0; i < packets.size(); i++) {
      assertThat((double) score(predictions.get(i)))
          .as(packets.get(i).file())
          .isCloseTo(packets.get(i).drb(), within(TOLERANCE));
    }
  }

  @Test
  void theBatchASampleTravelsInDoesNotMatter() throws Exception {
    List<Packets.Packet> packets = Packets.golden(TRANSIENTS);
    ModelInfo model = install(32);
    List<Sample> samples = new ArrayList<>(packets.stream().map(Packets.Packet::sample).toList());
    List<Prediction> together = client.inferAll(model, samples, Urgency.BULK);
    for (int i = 0; i < samples.size(); i++) {
      float alone = score(client.infer(model, samples.get(i), Urgency.BULK).get());
      assertThat((double) alone).isCloseTo(score(together.get(i)), within(TOLERANCE));
    }
  }

  @Test
  void goldenVectorsAgreeWithTheForwardPassComputedApart() throws Exception {
    install(32);
    List<Difference> differences =
        service.loaded().verify(service.loaded().installed().get(0)).differences();
    assertThat(differences).hasSize(5).allMatch(each -> each.difference() < TOLERANCE);
  }

  private static float score(Prediction prediction) {
    return prediction.outputs().get("drb").at(0);
  }
}
