package org.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program beside a server on the same data folder: this test plays the server. */
class ForwardingTest {
  private static final String TOKEN = "secret";

  @TempDir Path folder;
  private final AtomicReference<String> request = new AtomicReference<>();
  private final AtomicInteger notYet = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicReference<String> answer = new AtomicReference<>();
  private DataFolder data;
  private DataLock lock;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    Files.createDirectories(folder.resolve("home/system"));
    data = new DataFolder(folder.resolve("data"));
    lock = DataLock.tryAcquire(data.lockFile()).orElseThrow();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/command", this::command);
    server.start();
    writeServerFile(ProcessHandle.current().pid());
  }

  @AfterEach
  void stop() {
    server.stop(0);
    lock.close();
  }

  @Test
  void handsTheCommandLineOverAndPrintsTheAnswer() throws Exception {
    answer.set(
        "{\"out\":\"half \"}\n{\"err\":\"careful\\n\"}\n{\"out\":\"line \\u00e9\\n\"}\n{\"exit\":1}\n");
    Outcome outcome = nightjar("--data", data.directory().toString(), "submit", "a \"b\"");
    assertThat(outcome.exit).isEqualTo(1);
    assertThat(outcome.out).isEqualTo("half line é\n");
    assertThat(outcome.err).isEqualTo("careful\n");
    assertThat(request.get())
        .isEqualTo(
            "{\"args\":[\"submit\",\"a \\\"b\\\"\"],\"directory\":\""
                + Path.of("").toAbsolutePath()
                + "\",\"terminal\":false}");
  }

  @Test
  void saysWhenTheServerGoesAwayHalfway() throws Exception {
    answer.set("{\"out\":\"begun\\n\"}\n");
    Outcome outcome = nightjar("--data", data.directory().toString(), "submit");
    assertThat(outcome.exit).isEqualTo(2);
    assertThat(outcome.out).isEqualTo("begun\n");
    assertThat(outcome.err).contains("went away");
  }

  @Test
  void asksOnceIfTheServerDiesWithoutAnAnswer() throws Exception {
    Outcome outcome = nightjar("--data", data.directory().toString(), "submit");
    assertThat(outcome.exit).isEqualTo(2);
    assertThat(outcome.err).contains("went away before the command was done");
    assertThat(requests).hasValue(1);
  }

  @Test
  void asksAgainWhileTheServerTakesNoCommands() throws Exception {
    notYet.set(2);
    answer.set("{\"exit\":0}\n");
    Outcome outcome = nightjar("--data", data.directory().toString(), "submit");
    assertThat(outcome.err).isEmpty();
    assertThat(outcome.exit).isZero();
    assertThat(requests).hasValue(3);
  }

  @Test
  void saysWhenTheAnswerCannotBeWritten() throws Exception {
    Path full = Path.of("/dev/full");
    assumeThat(full).as("a device that is always full").exists();
    answer.set("{\"out\":\"lost\\n\"}\n{\"exit\":0}\n");
    Outcome outcome = nightjar(full, "--data", data.directory().toString(), "submit");
    assertThat(outcome.exit).isEqualTo(2);
    assertThat(outcome.err).contains("could not be written");
  }

  @Test
  void refusesASecondServer() throws Exception {
    Outcome outcome = nightjar("--data", data.directory().toString(), "run");
    assertThat(outcome.exit).isEqualTo(2);
    assertThat(outcome.err).contains("in use by process " + ProcessHandle.current().pid());
    assertThat(request.get()).isNull();
  }

  @Test
  void showsTheTokenToNobodyButTheHolderOfTheLock() throws Exception {
    writeServerFile(1);
    assertThat(RunningServer.find(data)).isEmpty();
  }

  private void writeServerFile(long pid) throws IOException {
    Files.writeString(
        data.serverFile(),
        "{\"pid\":%d,\"host\":\"127.0.0.1\",\"port\":%d,\"token\":\"%s\"}"
            .formatted(pid, server.getAddress().getPort(), TOKEN));
  }

  private void command(HttpExchange exchange) throws IOException {
    boolean known =
        ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    request.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    requests.incrementAndGet();
    if (notYet.getAndDecrement() > 0) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    if (answer.get() == null) {
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(known ? 200 : 401, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(answer.get().getBytes(StandardCharsets.UTF_8));
    }
  }

  private Outcome nightjar(String... args) throws Exception {
    return nightjar(Files.createFile(folder.resolve("out")), args);
  }

  private Outcome nightjar(Path out, String... args) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-D" + Home.PROPERTY + "=" + folder.resolve("home"));
    line.add("-Dstdout.encoding=UTF-8");
    line.add("-Dfile.encoding=UTF-8");
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(List.of(args));
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String printed = Files.isRegularFile(out) ? Files.readString(out) : "";
    return new Outcome(process.exitValue(), printed, Files.readString(err));
  }

  private record Outcome(int exit, String out, String err) {}
}
