package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.json.JsonLine;

/** A running server is measured, as Prometheus and people ask for it. */
class MetricsTest {
  @TempDir Path folder;

  @Test
  void aServerTellsItsMeters() throws Exception {
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    Process server = nightjar.start("run");
    try {
      Path file = nightjar.data().resolve("run/server.json");
      await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(file));
      ObjectNode known = JsonLine.read(Files.readString(file), file.toString());
      URI metrics = URI.create("http://127.0.0.1:" + known.path("port").asInt() + "/metrics");

      HttpResponse<String> answer = get(metrics, known.path("token").asText());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type"))
          .contains("text/plain; version=0.0.4; charset=utf-8");
      assertThat(answer.body().lines())
          .contains(
              "# TYPE jvm_memory_used_bytes gauge", "# TYPE process_cpu_time_ns_total counter")
          .anyMatch(line -> line.matches("jvm_memory_used_bytes\\{area=\"heap\".*"))
          .anyMatch(line -> line.matches("jvm_gc_collection_seconds_count\\{gc=\".*"))
          .anyMatch(line -> line.matches("process_uptime_seconds [0-9.]+"));
      assertThat(get(metrics, "wrong").statusCode()).isEqualTo(401);

      ObjectNode line = nightjar.run("metrics", "process.start", "--json").exits(0).lines().get(0);
      assertThat(line.path("name").asText()).isEqualTo("process_start_time_seconds");
      assertThat(answer.body()).contains("process_start_time_seconds " + line.path("value"));
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static HttpResponse<String> get(URI uri, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
