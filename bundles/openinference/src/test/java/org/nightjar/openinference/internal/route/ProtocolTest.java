package org.nightjar.openinference.internal.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Execution;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.environment.Readiness;
import org.nightjar.http.internal.TestServer;
import org.nightjar.json.JsonLine;
import org.nightjar.testkit.FakeInference;
import org.nightjar.testkit.FakeModel;

/** The protocol over the real server, by a client that knows nothing of us. */
class ProtocolTest {
  private static final ModelInfo LIVE = info("2.0");
  private static final ModelInfo OLD = info("1.0");
  private static final String GOOD =
      "{\"id\":\"7\",\"inputs\":[{\"name\":\"a\",\"shape\":[2,1,2],\"datatype\":\"FP32\","
          + "\"data\":[1,2,3,4]},{\"name\":\"n\",\"shape\":[2],\"datatype\":\"FP32\",\"data\":[5,6]}]}";

  @TempDir private static Path data;
  private static TestServer usual;
  private final HttpClient client = HttpClient.newHttpClient();
  private TestServer server = usual;

  private static ModelInfo info(String version) {
    return new ModelInfo(
        "sum",
        version,
        "ab".repeat(32),
        "transients",
        "float32",
        List.of(
            new InputInfo("image", List.of(1, 51, 51), List.of("a")),
            new InputInfo("features", List.of(1), List.of("n"))),
        List.of(
            new OutputInfo("sum", List.of(1), "value", "all added", List.of("total")),
            new OutputInfo("double", List.of(2), "value", "twice the sum, thrice", List.of())),
        Map.of("real", 0.5));
  }

  /** Adds everything up; a negative number in n asks for an error. */
  private static FakeModel adding(String version) {
    return sample -> {
      float sum = 0;
      Map<String, Tensor> tensors = new LinkedHashMap<>(sample.channels());
      tensors.putAll(sample.inputs());
      for (Tensor tensor : tensors.values()) {
        for (int i = 0; i < tensor.size(); i++) {
          sum += tensor.at(i);
        }
      }
      refuse(sample);
      return new Prediction(
          Map.of(
              "sum",
              Tensor.of(new float[] {sum}, 1),
              "double",
              Tensor.of(new float[] {2 * sum, 3 * sum}, 2)),
          List.of(),
          new Execution(
              "sum@" + version, "cpu", 4, Duration.ofNanos(7_000), Duration.ofNanos(9_999)));
    };
  }

  private static void refuse(Sample sample) throws NightjarException {
    Tensor number = sample.channels().get("n");
    if (number != null && number.at(0) < 0) {
      StandardError code = StandardError.values()[(int) -number.at(0) - 1];
      NightjarException problem = NightjarException.of(code, "made up", "sum", "");
      throw code.ordinal() > 20 ? problem.retryAfter(Duration.ofMillis(1500)) : problem;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    Map<ModelInfo, FakeModel> both = new LinkedHashMap<>();
    both.put(LIVE, adding("2.0"));
    both.put(OLD, adding("1.0"));
    usual = serve(new Models(new FakeInference(both)), List.of());
  }

  private static TestServer serve(Models models, List<String> missing) throws Exception {
    Readiness readiness =
        new Readiness() {
          @Override
          public List<String> await(Duration atMost) {
            return missing;
          }

          @Override
          public long startedMillis() {
            return 0;
          }
        };
    return new TestServer(
        data,
        new ServerRoute(),
        new LiveRoute(),
        new ReadyRoute(models, readiness),
        new MetadataRoute(models),
        new ModelReadyRoute(models),
        new ConfigRoute(models),
        new InferRoute(models));
  }

  @AfterAll
  static void stop() throws Exception {
    usual.close();
  }

  private HttpRequest.Builder request(String path) throws Exception {
    return HttpRequest.newBuilder(server.address().resolve(path))
        .header("Authorization", "Bearer " + server.token());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<byte[]> post(String path, byte[] body, int json) throws Exception {
    HttpRequest.Builder asked = request(path).POST(BodyPublishers.ofByteArray(body));
    if (json >= 0) {
      asked.header("Inference-Header-Content-Length", Integer.toString(json));
    }
    return client.send(asked.build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> infer(String json) throws Exception {
    return post("/v2/models/sum/infer", json.getBytes(StandardCharsets.UTF_8), -1);
  }

  private static JsonNode json(HttpResponse<?> answer) throws Exception {
    String text =
        answer.body() instanceof byte[] bytes
            ? new String(bytes, StandardCharsets.UTF_8)
            : (String) answer.body();
    return JsonLine.read(text, "answer");
  }

  @Test
  void theServerSaysWhoItIsAndThatItLives() throws Exception {
    for (String path : List.of("/v2", "/v2/")) {
      JsonNode server = json(get(path));
      assertThat(server.path("name").asText()).isEqualTo("nightjar");
      assertThat(server.path("version").asText()).isNotEmpty();
      assertThat(server.path("extensions").toString()).contains("\"binary_tensor_data\"");
    }
    HttpResponse<String> live = get("/v2/health/live");
    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(live.body()).isEqualTo("{\"live\":true}");
    HttpResponse<String> ready = get("/v2/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("{\"ready\":true}");
    assertThat(ready.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void itIsNotReadyWhileSomethingIsMissing() throws Exception {
    Models models = new Models(new FakeInference(Map.of()));
    try (TestServer half = serve(models, List.of("a waits for b"))) {
      server = half;
      HttpResponse<String> ready = get("/v2/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(json(ready).path("error").asText()).isEqualTo("not ready: a waits for b");
    }
  }

  @Test
  void withoutAnInferenceServiceClientsAreToldToTryAgain() throws Exception {
    try (TestServer without = serve(new Models(), List.of())) {
      server = without;
      assertThat(get("/v2/health/ready").statusCode()).isEqualTo(503);
      assertThat(get("/v2/health/live").statusCode()).isEqualTo(200);
      HttpResponse<byte[]> answer = infer(GOOD);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      assertThat(json(answer).path("error").asText()).contains("no inference service");
    }
  }

  @Test
  void metadataListChannelsAndSayHowToSendPreparedInputs() throws Exception {
    JsonNode model = json(get("/v2/models/sum"));
    assertThat(model)
        .hasToString(
            "{\"name\":\"sum\",\"versions\":[\"2.0\"],\"platform\":\"onnxruntime_onnx\","
                + "\"inputs\":[{\"name\":\"a\",\"datatype\":\"FP32\",\"shape\":[-1,51,51],"
                + "\"parameters\":{\"input\":\"image\"}},"
                + "{\"name\":\"n\",\"datatype\":\"FP32\",\"shape\":[-1],"
                + "\"parameters\":{\"input\":\"features\"}}],"
                + "\"outputs\":[{\"name\":\"sum\",\"datatype\":\"FP32\",\"shape\":[-1,1],"
                + "\"parameters\":{\"kind\":\"value\",\"meaning\":\"all added\",\"classes\":\"total\"}},"
                + "{\"name\":\"double\",\"datatype\":\"FP32\",\"shape\":[-1,2],"
                + "\"parameters\":{\"kind\":\"value\",\"meaning\":\"twice the sum, thrice\"}}],"
                + "\"parameters\":{\"task\":\"transients\",\"precision\":\"float32\","
                + "\"sha256\":\""
                + "ab".repeat(32)
                + "\",\"prepared.image\":\"[-1,1,51,51]\",\"prepared.features\":\"[-1,1]\","
                + "\"threshold.real\":0.5}}");
    assertThat(json(get("/v2/models/sum/versions/1.0")).path("versions").get(0).asText())
        .isEqualTo("1.0");
    JsonNode config = json(get("/v2/models/sum/versions/1.0/config"));
    assertThat(config.path("max_batch_size").asInt()).isEqualTo(4096);
    assertThat(config.path("input").get(0).toString())
        .isEqualTo("{\"name\":\"a\",\"data_type\":\"TYPE_FP32\",\"dims\":[51,51]}");
  }

  @ParameterizedTest
  @CsvSource({
    "/v2/models/sum/ready, 200",
    "/v2/models/sum/versions/1.0/ready, 200",
    "/v2/models/sum/versions/3.0/ready, 404",
    "/v2/models/none/ready, 404",
    "/v2/models/none, 404",
    "/v2/models/sum@1.0, 404",
    "/v2/models/none/config, 404",
    "/v2/models/sum/nothing, 404",
    "/v2/nothing, 404",
    "/v2/models/sum/infer, 405"
  })
  void modelsAreReadyOrNotThere(String path, int status) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 200) {
      assertThat(answer.body()).isEqualTo("{\"name\":\"sum\",\"ready\":true}");
    } else {
      assertThat(json(answer).path("error").asText()).isNotEmpty();
    }
  }

  @Test
  void inferenceByJson() throws Exception {
    HttpResponse<byte[]> answer = infer(GOOD);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.headers().firstValue("Inference-Header-Content-Length")).isEmpty();
    assertThat(json(answer))
        .hasToString(
            "{\"model_name\":\"sum\",\"model_version\":\"2.0\",\"id\":\"7\","
                + "\"parameters\":{\"device\":\"cpu\",\"batch_size\":4,\"queue_us\":7,\"compute_us\":9},"
                + "\"outputs\":[{\"name\":\"sum\",\"datatype\":\"FP32\",\"shape\":[2,1],\"data\":[8.0,13.0]},"
                + "{\"name\":\"double\",\"datatype\":\"FP32\",\"shape\":[2,2],"
                + "\"data\":[16.0,24.0,26.0,39.0]}]}");
    HttpResponse<byte[]> old =
        post("/v2/models/sum/versions/1.0/infer", GOOD.getBytes(StandardCharsets.UTF_8), -1);
    assertThat(json(old).path("model_version").asText()).isEqualTo("1.0");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void inferenceByBytes(boolean chunked) throws Exception {
    String header =
        "{\"parameters\":{\"binary_data_output\":true},\"inputs\":[{\"name\":\"image\","
            + "\"shape\":[2,1,51,51],\"datatype\":\"FP32\",\"parameters\":{\"binary_data_size\":20808}},"
            + "{\"name\":\"features\",\"shape\":[2,1],\"datatype\":\"FP32\","
            + "\"parameters\":{\"binary_data_size\":8}}],\"outputs\":[{\"name\":\"double\"}]}";
    float[] values = new float[2 * 51 * 51 + 2];
    values[0] = 1;
    values[51 * 51] = 2;
    values[values.length - 2] = 0.5f;
    values[values.length - 1] = 0.25f;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes(values));
    BodyPublisher whole = BodyPublishers.ofByteArray(body.toByteArray());
    HttpRequest asked =
        request("/v2/models/sum/infer")
            .header("Inference-Header-Content-Length", Integer.toString(header.length()))
            .POST(chunked ? BodyPublishers.fromPublisher(whole) : whole)
            .build();
    HttpResponse<byte[]> answer = client.send(asked, BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
    int json =
        Integer.parseInt(
            answer.headers().firstValue("Inference-Header-Content-Length").orElseThrow());
    JsonNode told =
        JsonLine.read(new String(answer.body(), 0, json, StandardCharsets.UTF_8), "answer");
    assertThat(told.path("outputs").toString())
        .isEqualTo(
            "[{\"name\":\"double\",\"datatype\":\"FP32\",\"shape\":[2,2],"
                + "\"parameters\":{\"binary_data_size\":16}}]");
    assertThat(Arrays.copyOfRange(answer.body(), json, answer.body().length))
        .isEqualTo(bytes(3, 4.5f, 4.5f, 6.75f));
  }

  private static byte[] bytes(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_ARGUMENT, 400",
    "NOT_FOUND, 404",
    "QUEUE_FULL, 429",
    "DEADLINE_PASSED, 504",
    "UNAVAILABLE, 503",
    "QUOTA_EXCEEDED, 429",
    "WITHDRAWN, 503",
    "OUT_OF_MEMORY, 503",
    "CONTRACT_BROKEN, 500"
  })
  void whatTheServiceRefusesHasItsStatusAndTheSampleInItsMessage(StandardError code, int status)
      throws Exception {
    HttpResponse<byte[]> answer = infer(GOOD.replace("[5,6]", "[5,-" + (code.ordinal() + 1) + "]"));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path("error").asText()).isEqualTo(code + ": sample 1: made up (sum)");
    assertThat(answer.headers().firstValue("Retry-After"))
        .isEqualTo(code.ordinal() > 20 ? Optional.of("2") : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "{\"inputs\":[{\"name\":\"a\"}]}"})
  void badRequestsAreToldSo(String body) throws Exception {
    HttpResponse<byte[]> answer = infer(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asText()).startsWith("BAD_ARGUMENT: ");
  }

  @Test
  void theServersOwnRefusalsHaveTheProtocolsBodyToo() throws Exception {
    HttpResponse<byte[]> large = infer(" ".repeat((1 << 20) + 1));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(json(large).path("error").asText()).contains("more than 1048576 bytes");
    HttpRequest anonymous =
        HttpRequest.newBuilder(server.address().resolve("/v2/models/sum")).build();
    HttpResponse<String> refused = client.send(anonymous, BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(json(refused).path("error").asText()).contains("no valid token");
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Encoding, gzip",
    "Inference-Header-Content-Length, -1",
    "Inference-Header-Content-Length, x",
    "Inference-Header-Content-Length, 99999999999999999999"
  })
  void headersThatCannotBeAreRefused(String name, String value) throws Exception {
    HttpRequest asked =
        request("/v2/models/sum/infer")
            .header(name, value)
            .POST(BodyPublishers.ofString(GOOD))
            .build();
    HttpResponse<byte[]> answer = client.send(asked, BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asText()).contains(name);
  }
}
