package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.itests.samples.SampleModel;
import org.nightjar.itests.samples.SampleProducts;
import org.nightjar.json.JsonLine;

/** Another program asks a running server for what its task asks: the same numbers come back. */
class OpenInferenceTest {
  private static final int STAMP = 63 * 63;
  private static final int HEADER = 2880;
  private static final String INFER = "/v2/models/matched-filter/infer";

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Nightjar nightjar;

  @Test
  void anotherProgramGetsTheScoresThatTheTaskGets() throws Exception {
    nightjar = new Nightjar(folder.resolve("data"));
    Path alerts = new SampleProducts(folder.resolve("night"), 3).write().resolve("alerts.avro");
    Path model = SampleModel.write(folder.resolve("model"));
    Process server = nightjar.start("run");
    try {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> server.isAlive() && Files.exists(nightjar.data().resolve("run/server.json")));
      nightjar.run("models", "add", model.toString()).exits(0);
      List<Float> expected = scoresOfTheTask(alerts);
      List<float[]> stamps = differences(alerts);

      compareWithTheTask(stamps, expected);
      metadataAreThoseOfTheModel();
      aModelThatIsNotThereIsTold();
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private List<Float> scoresOfTheTask(Path alerts) throws Exception {
    List<Float> scores = new ArrayList<>();
    for (ObjectNode line :
        nightjar.run("check", "--json", "--task", "transients", alerts.toString()).lines()) {
      JsonNode score = line.at("/measurements/score/value");
      if (score.isNumber()) {
        scores.add(score.floatValue());
      }
    }
    assertThat(scores).hasSizeGreaterThan(10);
    return scores;
  }

  /** All packets in one request, as text, as bytes and by version. */
  private void compareWithTheTask(List<float[]> stamps, List<Float> expected) throws Exception {
    JsonNode text = json(post(INFER, text(stamps), -1));
    assertThat(text.path("model_name").asText()).isEqualTo("matched-filter");
    assertThat(text.path("model_version").asText()).isEqualTo("1");
    assertThat(text.path("id").asText()).isEqualTo("night");
    assertThat(text.path("parameters").path("device").asText()).isNotEmpty();
    assertThat(text.path("parameters").path("batch_size").asInt()).isPositive();
    List<Float> scores = new ArrayList<>();
    text.at("/outputs/0/data").forEach(score -> scores.add(score.floatValue()));
    assertThat(scores).hasSameSizeAs(stamps).containsAll(expected);
    assertThat(text.at("/outputs/0/shape").toString()).isEqualTo("[" + stamps.size() + ",1]");

    assertThat(binaryScores(INFER, stamps)).isEqualTo(scores);
    assertThat(binaryScores("/v2/models/matched-filter/versions/1/infer", stamps))
        .isEqualTo(scores);
  }

  private static byte[] text(List<float[]> stamps) {
    ObjectNode request = JsonLine.object().put("id", "night");
    ObjectNode input = request.putArray("inputs").addObject();
    input.put("name", "difference").put("datatype", "FP32");
    input.putArray("shape").add(stamps.size()).add(63).add(63);
    ArrayNode data = input.putArray("data");
    for (float[] stamp : stamps) {
      for (float pixel : stamp) {
        data.add(pixel);
      }
    }
    return JsonLine.write(request).getBytes(StandardCharsets.UTF_8);
  }

  private List<Float> binaryScores(String path, List<float[]> stamps) throws Exception {
    int size = stamps.size() * STAMP * Float.BYTES;
    String header =
        "{\"parameters\":{\"binary_data_output\":true,\"priority\":\"live\",\"timeout\":60000000},"
            + "\"inputs\":[{\"name\":\"difference\",\"shape\":[%d,63,63],\"datatype\":\"FP32\","
            + "\"parameters\":{\"binary_data_size\":%d}}]}";
    byte[] json = header.formatted(stamps.size(), size).getBytes(StandardCharsets.UTF_8);
    ByteBuffer body =
        ByteBuffer.allocate(json.length + size).order(ByteOrder.LITTLE_ENDIAN).put(json);
    stamps.forEach(
        stamp -> {
          for (float pixel : stamp) {
            body.putFloat(pixel);
          }
        });
    HttpResponse<byte[]> answer = post(path, body.array(), json.length);
    int front =
        answer
            .headers()
            .firstValue("Inference-Header-Content-Length")
            .map(Integer::parseInt)
            .orElseThrow();
    ByteBuffer numbers = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN);
    List<Float> scores = new ArrayList<>();
    for (int at = front; at < answer.body().length; at += Float.BYTES) {
      scores.add(numbers.getFloat(at));
    }
    return scores;
  }

  private void metadataAreThoseOfTheModel() throws Exception {
    JsonNode model = json(get("/v2/models/matched-filter"));
    assertThat(model.path("versions").toString()).isEqualTo("[\"1\"]");
    assertThat(model.at("/inputs/0/shape").toString()).isEqualTo("[-1,63,63]");
    assertThat(model.at("/outputs/0/name").asText()).isEqualTo("score");
    assertThat(model.at("/parameters/prepared.difference").asText()).isEqualTo("[-1,63,63]");
    assertThat(get("/v2/health/ready").statusCode()).isEqualTo(200);
    assertThat(json(get("/v2")).path("version").asText()).startsWith("1.");
  }

  private void aModelThatIsNotThereIsTold() throws Exception {
    HttpResponse<byte[]> answer = get("/v2/models/matched-filter/versions/2/ready");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).path("error").asText())
        .contains("no model is called 'matched-filter@2'");
  }

  private HttpRequest.Builder request(String path) throws Exception {
    JsonNode server =
        JsonLine.read(Files.readString(nightjar.data().resolve("run/server.json")), "server");
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.path("port").asInt() + path))
        .header("Authorization", "Bearer " + server.path("token").asText());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> post(String path, byte[] body, int json) throws Exception {
    HttpRequest.Builder asked = request(path).POST(BodyPublishers.ofByteArray(body));
    if (json >= 0) {
      asked.header("Inference-Header-Content-Length", Integer.toString(json));
    }
    HttpResponse<byte[]> answer = client.send(asked.build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return answer;
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws Exception {
    return JsonLine.read(new String(answer.body(), StandardCharsets.UTF_8), "answer");
  }

  /** The difference stamps of the packets, read without any of our code. */
  private static List<float[]> differences(Path alerts) throws IOException {
    List<float[]> stamps = new ArrayList<>();
    try (DataFileReader<GenericRecord> packets =
        new DataFileReader<>(alerts.toFile(), new GenericDatumReader<>())) {
      for (GenericRecord packet : packets) {
        GenericRecord cutout = (GenericRecord) packet.get("cutoutDifference");
        ByteBuffer packed = (ByteBuffer) cutout.get("stampData");
        ByteArrayOutputStream fits = new ByteArrayOutputStream();
        try (GZIPInputStream unpacked =
            new GZIPInputStream(new ByteArrayInputStream(bytes(packed)))) {
          unpacked.transferTo(fits);
        }
        float[] stamp = new float[STAMP];
        ByteBuffer.wrap(fits.toByteArray()).position(HEADER).asFloatBuffer().get(stamp);
        stamps.add(stamp);
      }
    }
    return stamps;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
