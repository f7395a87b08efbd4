package org.nightjar.cli.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.configuration.ConfigurationFile;
import org.nightjar.environment.Readiness;
import org.nightjar.http.HttpServer;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code nightjar run}: everything that belongs to a server is started here and nowhere else. The
 * bundle of the command line is the last to start and so the first to be stopped: while this
 * component stops, everything it uses is still there.
 */
@Component(property = "nightjar.command.local:Boolean=true")
public final class RunCommand implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final String TIMING = "timing";
  private static final String WATCH = "watch";
  private static final Duration DRAIN = Duration.ofSeconds(12);
  private static final long SETTLE_SECONDS = 2;
  private static final long STOP_SECONDS = 25;

  private final ComponentServiceObjects<HttpServer> servers;
  private final ConfigurationFile configuration;
  private final Readiness readiness;
  private final Workload workload;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean running;

  /**
   * Made by the component runtime. The server is fetched only when it is to run: its routes need
   * the command line, which needs this command.
   */
  @Activate
  public RunCommand(
      @Reference(service = HttpServer.class) ComponentServiceObjects<HttpServer> servers,
      @Reference ConfigurationFile configuration,
      @Reference Readiness readiness,
      @Reference Workload workload) {
    this.servers = servers;
    this.configuration = configuration;
    this.readiness = readiness;
    this.workload = workload;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "run",
        "Run as a server until Ctrl-C or SIGTERM",
        "",
        0,
        0,
        List.of(
            OptionSpec.values(WATCH, "DIR", "Watch this folder, besides intake.watch"),
            OptionSpec.flag(TIMING, "Show how long the start took, and memory once idle")),
        """
        Prints a line that begins with 'ready' when everything works. Other command lines with the same
        data folder are carried out by this server. On Ctrl-C or SIGTERM it takes nothing new, finishes
        what is under way and ends; what is still pending is taken up at the next start.\
        """);
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    running = true;
    HttpServer http = servers.getService();
    try {
      watch(call);
      http.start();
      workload.start();
      double seconds = (System.currentTimeMillis() - readiness.startedMillis()) / 1000.0;
      Announcement announcement = new Announcement(call);
      announcement.ready(http.address(), workload, seconds, call.flag(TIMING));
      if (call.flag(TIMING) && !stop.await(SETTLE_SECONDS, TimeUnit.SECONDS)) {
        announcement.memory(Memory.afterCollection());
      }
      stop.await();
    } catch (IOException e) {
      LOG.warn("The memory of this process is not known", e);
      stop.await();
    } finally {
      end(http);
    }
    return OK;
  }

  private void watch(CommandCall call) throws NightjarException {
    List<String> folders =
        call.options(WATCH).stream().map(call::path).map(Path::toString).toList();
    if (!folders.isEmpty()) {
      configuration.add("intake", WATCH, folders);
    }
  }

  /** Nothing new, then what is under way, then the door by which answers are fetched. */
  private void end(HttpServer http) {
    boolean interrupted = Thread.interrupted();
    try {
      workload.stop(DRAIN);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      http.stop();
      servers.ungetService(http);
      stopped.countDown();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Deactivate
  void deactivate() throws InterruptedException {
    stop.countDown();
    if (running && !stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
      LOG.error("The server did not stop within {} s", STOP_SECONDS);
    }
  }
}
