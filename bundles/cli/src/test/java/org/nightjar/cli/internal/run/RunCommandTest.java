package org.nightjar.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.nightjar.cli.internal.FakeSystem;
import org.nightjar.environment.Folders;
import org.nightjar.http.HttpServer;
import org.nightjar.intake.Feeds;
import org.nightjar.sinks.Sinks;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

class RunCommandTest {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final FakeSystem system = new FakeSystem();
  private final RunCommand run =
      new RunCommand(
          new Servers(),
          system,
          system,
          new Workload(
              new Folders(Path.of("/home"), Path.of("/data")), new FakeFeeds(), new FakeSinks()));

  @Test
  void runsUntilItIsStoppedAndStopsInOrder() throws Exception {
    system.with(run, Map.of("nightjar.command.local", true));
    CompletableFuture<Integer> exit =
        CompletableFuture.supplyAsync(() -> system.run("run", "--timing", "--watch", "in"));
    await().until(() -> system.out().contains("idle"));
    assertThat(system.out())
        .startsWith("ready http://127.0.0.1:4711\n  data    /data\n  tasks   none\n")
        .containsPattern("start   \\d+\\.\\d\\d s from the call to here")
        .containsPattern("heap \\d+ MB, resident \\d+ MB");
    assertThat(system.added()).containsExactly("intake.watch[/somewhere/in]");
    assertThat(events).containsExactly("start", "sinks start", "feeds start");
    run.deactivate();
    assertThat(exit.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(events)
        .containsExactly(
            "start", "sinks start", "feeds start", "feeds stop", "sinks stop", "stop", "done");
  }

  @Test
  void anInterruptStopsItToo() throws Exception {
    system.with(run, Map.of("nightjar.command.local", true));
    Thread runner = new Thread(() -> system.run("run", "--json"));
    runner.start();
    await().until(() -> system.out().contains("\n"));
    assertThat(system.out())
        .isEqualTo(
            "{\"ready\":{\"url\":\"http://127.0.0.1:4711\",\"data\":\"/data\",\"tasks\":[],"
                + "\"models\":[]}}\n");
    runner.interrupt();
    runner.join(10_000);
    assertThat(runner.isAlive()).isFalse();
    assertThat(events)
        .containsExactly(
            "start", "sinks start", "feeds start", "feeds stop", "sinks stop", "stop", "done");
  }

  @Test
  void stoppingWhatNeverRanWaitsForNothing() throws Exception {
    run.deactivate();
    assertThat(events).isEmpty();
  }

  private final class Servers implements ComponentServiceObjects<HttpServer> {
    @Override
    public HttpServer getService() {
      return new FakeServer();
    }

    @Override
    public void ungetService(HttpServer server) {
      events.add("done");
    }

    @Override
    public ServiceReference<HttpServer> getServiceReference() {
      throw new UnsupportedOperationException("not needed");
    }
  }

  private final class FakeFeeds implements Feeds {
    @Override
    public void start() {
      events.add("feeds start");
    }

    @Override
    public void stop() {
      events.add("feeds stop");
    }
  }

  private final class FakeSinks implements Sinks {
    @Override
    public void start() {
      events.add("sinks start");
    }

    @Override
    public void stop() {
      events.add("sinks stop");
    }
  }

  private final class FakeServer implements HttpServer {
    @Override
    public void start() {
      events.add("start");
    }

    @Override
    public int port() {
      return 4711;
    }

    @Override
    public URI address() {
      return URI.create("http://127.0.0.1:4711");
    }

    @Override
    public void stop() {
      events.add("stop");
    }
  }
}
