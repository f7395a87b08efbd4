package org.nightjar.http.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.health.HealthReport;
import org.nightjar.api.health.HealthStatus;
import org.nightjar.environment.Folders;

class LocalServerTest {
  @TempDir private Path data;
  private final HttpClient client = HttpClient.newHttpClient();
  private static Vertx vertx;
  private LocalServer server;

  @BeforeAll
  static void startLoops() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stopLoops() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @BeforeEach
  void start() throws Exception {
    server = server(new Settings("127.0.0.1", 0, 1));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private LocalServer server(Settings settings) {
    return new LocalServer(vertx, new Folders(data.resolve("home"), data), settings);
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(server.address().resolve(path))
        .header("Authorization", "Bearer " + Files.readString(data.resolve("token")));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  @Test
  void answersWithPathAndQueryParameters() throws Exception {
    server.addRoute(
        new TestRoute(
            "GET",
            "/api/v1/reports/:key",
            exchange ->
                exchange.respond(
                    200,
                    "text/plain",
                    (exchange.pathParameter("key") + exchange.query("a") + exchange.query("b"))
                        .getBytes(UTF_8))));
    HttpResponse<String> answer = get("/api/v1/reports/x%20y?a=1&a=2");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("x yOptional[1]Optional.empty");
  }

  @Test
  void withoutTheTokenNothingIsToldNotEvenWhatExists() throws Exception {
    server.addRoute(new TestRoute("GET", "/there", e -> e.respond(200, "text/plain", new byte[0])));
    String token = Files.readString(data.resolve("token"));
    for (String shown : List.of("", "Bearer", "Bearer x" + token, "Basic " + token, token)) {
      for (String path : List.of("/there", "/nowhere")) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(server.address().resolve(path));
        if (!shown.isEmpty()) {
          asked.header("Authorization", shown);
        }
        HttpResponse<String> answer = client.send(asked.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("no valid token").doesNotContain(token);
      }
    }
  }

  @Test
  void tokenAndServerFileBelongToTheOwnerAndTheTokenStays() throws Exception {
    Path file = data.resolve("run/server.json");
    for (Path secret : List.of(file, data.resolve("token"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
    }
    String token = Files.readString(data.resolve("token"));
    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    assertThat(Files.readString(file))
        .isEqualTo(
            "{\"pid\":%d,\"host\":\"127.0.0.1\",\"port\":%d,\"token\":\"%s\"}"
                .formatted(ProcessHandle.current().pid(), server.port(), token));
    Files.setPosixFilePermissions(
        data.resolve("token"), PosixFilePermissions.fromString("rw-r--r--"));
    server.stop();
    assertThat(file).doesNotExist();
    assertThat(server.port()).isZero();
    server.start();
    assertThat(Files.readString(data.resolve("token"))).isEqualTo(token);
    assertThat(Files.getPosixFilePermissions(data.resolve("token"))).hasSize(2);
    try (Stream<Path> left = Files.list(data.resolve("run"))) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void problemsCarryTheirCodeAndStatus() throws Exception {
    server.addRoute(
        new TestRoute(
            "GET",
            "/full",
            exchange -> {
              throw NightjarException.of(StandardError.QUEUE_FULL, "full", "task.x", "Wait.");
            }));
    HttpResponse<String> answer = get("/full");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"type\":\"urn:nightjar:error:QUEUE_FULL\",\"title\":\"queue full\",\"status\":429,"
                + "\"detail\":\"full\",\"error\":\"QUEUE_FULL: full (task.x). Wait.\","
                + "\"code\":\"QUEUE_FULL\",\"number\":300,"
                + "\"category\":\"RESOURCE\",\"place\":\"task.x\",\"remedy\":\"Wait.\"}");
  }

  @Test
  void aRouteThatFailsTellsTheClientNothingOfTheInside() throws Exception {
    server.addRoute(
        new TestRoute(
            "GET",
            "/broken",
            exchange -> {
              throw new IllegalStateException("inner secret");
            }));
    server.addRoute(new TestRoute("GET", "/silent", exchange -> {}));
    for (String path : List.of("/broken", "/silent")) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("INTERNAL").doesNotContain("secret", "Exception", "at ");
    }
  }

  @Test
  void routesComeAndGoWhileItRuns() throws Exception {
    assertThat(get("/late").statusCode()).isEqualTo(404);
    TestRoute old = route("/late", "old");
    TestRoute young = route("/late", "young");
    server.addRoute(old);
    assertThat(get("/late").body()).isEqualTo("old");
    server.addRoute(young);
    server.removeRoute(old);
    assertThat(get("/late").body()).isEqualTo("young");
    HttpRequest wrong = request("/late").POST(BodyPublishers.noBody()).build();
    assertThat(client.send(wrong, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    server.removeRoute(young);
    assertThat(get("/late").statusCode()).isEqualTo(404);
    server.addRoute(old);
    server.stop();
    server.start();
    assertThat(get("/late").body()).isEqualTo("old");
  }

  private static TestRoute route(String path, String text) {
    return new TestRoute("GET", path, e -> e.respond(200, "text/plain", text.getBytes(UTF_8)));
  }

  @Test
  void bodiesArriveWholeAndAreBounded() throws Exception {
    server.addRoute(
        new TestRoute(
            "POST",
            "/count",
            exchange -> {
              byte[] all = exchange.body().readAllBytes();
              exchange.respond(200, "text/plain", Integer.toString(all.length).getBytes(UTF_8));
            }));
    int most = 1 << 20;
    assertThat(post("/count", BodyPublishers.ofByteArray(new byte[most])).body())
        .isEqualTo(Integer.toString(most));
    assertThat(post("/count", BodyPublishers.noBody()).body()).isEqualTo("0");
    HttpResponse<String> declared = post("/count", BodyPublishers.ofByteArray(new byte[most + 1]));
    assertThat(declared.statusCode()).isEqualTo(413);
    assertThat(declared.body()).contains("http.maxBodyMegabytes");
    InputStream chunks = new java.io.ByteArrayInputStream(new byte[3 * most]);
    assertThat(post("/count", BodyPublishers.ofInputStream(() -> chunks)).statusCode())
        .isEqualTo(413);
  }

  private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) throws Exception {
    return client.send(request(path).POST(body).build(), BodyHandlers.ofString());
  }

  @Test
  void whatIsFlushedArrivesBeforeTheAnswerEnds() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    server.addRoute(
        new TestRoute(
            "GET",
            "/stream",
            exchange -> {
              OutputStream out = exchange.stream(200, "application/x-ndjson");
              out.write("first\n".getBytes(UTF_8));
              out.flush();
              assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
              out.write("second\n".getBytes(UTF_8));
            }));
    HttpResponse<InputStream> answer =
        client.send(request("/stream").build(), BodyHandlers.ofInputStream());
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("first");
      seen.countDown();
      assertThat(lines.readLine()).isEqualTo("second");
      assertThat(lines.readLine()).isNull();
    }
  }

  @Test
  void aSlowClientHoldsTheWriterBackAndOneThatLeavesIsNoticed() throws Exception {
    AtomicLong written = new AtomicLong();
    CompletableFuture<Boolean> noticed = new CompletableFuture<>();
    server.addRoute(
        new TestRoute(
            "POST",
            "/flood",
            exchange -> {
              try (OutputStream out = exchange.stream(200, "text/plain")) {
                byte[] piece = new byte[1 << 16];
                for (int i = 0; i < 4096; i++) {
                  out.write(piece);
                  out.flush();
                  written.addAndGet(piece.length);
                }
              } finally {
                noticed.complete(exchange.gone());
              }
            }));
    try (Socket socket = open("POST", "/flood")) {
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      AtomicLong before = new AtomicLong(-1);
      await()
          .pollInterval(300, TimeUnit.MILLISECONDS)
          .atMost(20, TimeUnit.SECONDS)
          .until(() -> before.getAndSet(written.get()) == written.get());
      assertThat(written.get()).isLessThan(64L << 20);
    }
    assertThat(noticed.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aClientThatLeavesWhileNothingIsWrittenIsNoticed() throws Exception {
    CompletableFuture<Boolean> noticed = new CompletableFuture<>();
    server.addRoute(
        new TestRoute(
            "POST",
            "/wait",
            exchange -> {
              exchange.body().readAllBytes();
              try (OutputStream out = exchange.stream(200, "text/plain")) {
                out.write('x');
                out.flush();
                await().atMost(20, TimeUnit.SECONDS).until(exchange::gone);
              } finally {
                noticed.complete(exchange.gone());
              }
            }));
    try (Socket socket = open("POST", "/wait")) {
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
    assertThat(noticed.get(30, TimeUnit.SECONDS)).isTrue();
  }

  private Socket open(String method, String path) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setReceiveBufferSize(1 << 16);
    String request =
        "%s %s HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nAuthorization: Bearer %s\r\n\r\nab"
            .formatted(method, path, Files.readString(data.resolve("token")));
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return socket;
  }

  @Test
  void stoppingDoesNotWaitForAClientForEver() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<String> ended = new CompletableFuture<>();
    server.addRoute(
        new TestRoute(
            "GET",
            "/endless",
            exchange -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                ended.complete("interrupted");
                throw e;
              }
            }));
    CompletableFuture<HttpResponse<String>> asked =
        client.sendAsync(request("/endless").build(), BodyHandlers.ofString());
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    server.stop();
    assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("interrupted");
    assertThatThrownBy(() -> asked.get(10, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void aPortInUseIsAProblemWithARemedy() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LocalServer second = server(new Settings("127.0.0.1", taken.getLocalPort(), 1));
      assertThatThrownBy(second::start)
          .isInstanceOf(NightjarException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("http.port 0");
      assertThat(second.port()).isZero();
    }
    LocalServer nowhere = server(new Settings("192.0.2.1", 0, 1));
    assertThatThrownBy(nowhere::start).isInstanceOf(NightjarException.class);
  }

  @Test
  void otherMachinesReachItOnlyIfTheOperatorSaysSo() throws Exception {
    InetAddress outside = outsideAddress();
    assertThatThrownBy(() -> new Socket(outside, server.port()).close())
        .isInstanceOf(IOException.class);
    server.stop();
    server = server(new Settings("0.0.0.0", 0, 1));
    server.start();
    URI there = URI.create("http://" + outside.getHostAddress() + ":" + server.port() + "/");
    assertThat(
            client
                .send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(401);
  }

  private static InetAddress outsideAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof java.net.Inet4Address)
        .filter(address -> !address.isLoopbackAddress())
        .findFirst()
        .orElseGet(() -> Assumptions.abort("this machine has no address but loopback"));
  }

  @Test
  void healthAndReadinessHaveTheirStatus() throws Exception {
    server.addRoute(
        new HealthRoute(
            List.of(
                new TestHealth("store", () -> HealthReport.ok("writes")),
                new TestHealth(
                    "disk", () -> new HealthReport(HealthStatus.WARN, "90 % full", "Clean up.")))));
    HttpResponse<String> well = get("/api/v1/health");
    assertThat(well.statusCode()).isEqualTo(200);
    assertThat(well.body())
        .startsWith("{\"status\":\"WARN\",\"checks\":[{\"name\":\"store\",\"status\":\"OK\"")
        .contains("Clean up.");
    server.addRoute(new ReadyRoute(new MissingOne()));
    HttpResponse<String> ready = get("/api/v1/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).isEqualTo("{\"ready\":false,\"missing\":[\"a waits for b\"]}");
  }

  @Test
  void aHealthCheckThatFailsOrHangsIsAnAnswerToo() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    server.addRoute(
        new HealthRoute(
            List.of(
                new TestHealth(
                    "broken",
                    () -> {
                      throw new IllegalStateException("x");
                    }),
                new TestHealth(
                    "hung",
                    () -> {
                      never.await();
                      return HealthReport.ok("");
                    }))));
    HttpResponse<String> ill = get("/api/v1/health");
    never.countDown();
    assertThat(ill.statusCode()).isEqualTo(503);
    assertThat(ill.body()).contains("HEALTH_CHECK_ERROR", "did not answer");
  }
}
