package org.nightjar.http.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.environment.Folders;
import org.nightjar.http.Exchange;
import org.nightjar.http.Route;

/** What a route may say beside a body, and where it may be found. */
class RouteContractTest {
  @TempDir private Path data;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    server = new LocalServer(vertx, new Folders(data, data), new Settings("127.0.0.1", 0, 1));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(server.address().resolve(path))
        .header("Authorization", "Bearer " + Files.readString(data.resolve("token")));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  @Test
  void aProblemThatPassesSaysWhenToTryAgain() throws Exception {
    List<Duration> delays =
        List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofSeconds(2), Duration.ofMillis(2001));
    for (int i = 0; i < delays.size(); i++) {
      Duration delay = delays.get(i);
      server.addRoute(
          new TestRoute(
              "GET",
              "/busy" + i,
              exchange -> {
                throw NightjarException.of(StandardError.QUOTA_EXCEEDED, "busy", "", "")
                    .retryAfter(delay);
              }));
    }
    for (int i = 0; i < delays.size(); i++) {
      HttpResponse<String> answer = get("/busy" + i);
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After"))
          .contains(List.of("0", "1", "2", "3").get(i));
    }
    server.addRoute(
        new TestRoute(
            "GET",
            "/wrong",
            exchange -> {
              throw NightjarException.of(StandardError.BAD_ARGUMENT, "wrong", "", "");
            }));
    assertThat(get("/wrong").headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void headersComeAndGoWithARequest() throws Exception {
    server.addRoute(
        new TestRoute(
            "GET",
            "/headers",
            exchange -> {
              exchange.answerHeader("X-Answer", exchange.header("x-asked").orElse("none"));
              assertThatThrownBy(() -> exchange.answerHeader("X-Broken", "a\r\nX-Injected: b"))
                  .isInstanceOf(IllegalArgumentException.class);
              exchange.respond(200, "text/plain", new byte[0]);
              assertThatThrownBy(() -> exchange.answerHeader("X-Late", "c"))
                  .isInstanceOf(IllegalStateException.class);
            }));
    HttpRequest asked = request("/headers").header("X-Asked", "yes").build();
    HttpResponse<String> answer = client.send(asked, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Answer")).contains("yes");
    assertThat(answer.headers().map()).doesNotContainKeys("x-injected", "x-broken", "x-late");
    assertThat(get("/headers").headers().firstValue("X-Answer")).contains("none");
  }

  @Test
  void aRouteMayHaveSeveralPaths() throws Exception {
    Route both =
        new Route() {
          @Override
          public String method() {
            return "GET";
          }

          @Override
          public String path() {
            return "/things/:name";
          }

          @Override
          public List<String> paths() {
            return List.of(path(), "/things/:name/versions/:version");
          }

          @Override
          public void answer(Exchange exchange) {
            String said = exchange.pathParameter("name") + exchange.pathParameter("version");
            exchange.respond(200, "text/plain", said.getBytes(UTF_8));
          }
        };
    server.addRoute(both);
    assertThat(get("/things/a").body()).isEqualTo("anull");
    assertThat(get("/things/a/versions/1.2").body()).isEqualTo("a1.2");
    server.removeRoute(both);
    assertThat(get("/things/a").statusCode()).isEqualTo(404);
    assertThat(get("/things/a/versions/1.2").statusCode()).isEqualTo(404);
  }
}
