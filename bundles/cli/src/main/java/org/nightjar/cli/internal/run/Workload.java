package org.nightjar.cli.internal.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.nightjar.api.inference.Inference;
import org.nightjar.dispatch.TaskDirectory;
import org.nightjar.environment.Folders;
import org.nightjar.intake.Feeds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What a server works on: feeds that bring it, tasks that judge it. */
@Component(service = Workload.class)
public final class Workload {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Folders folders;
  private final Feeds feeds;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile TaskDirectory directory;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile Inference inference;

  /** Made by the component runtime. */
  @Activate
  public Workload(@Reference Folders folders, @Reference Feeds feeds) {
    this.folders = folders;
    this.feeds = feeds;
  }

  Path data() {
    return folders.data();
  }

  void start() {
    feeds.start();
  }

  /** Takes nothing new, and waits a while for what is queued or under way; the rest is pending. */
  void stop(Duration atMost) throws InterruptedException {
    feeds.stop();
    long end = System.nanoTime() + atMost.toNanos();
    while (busy() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while work was under way");
      }
    }
  }

  private boolean busy() {
    TaskDirectory now = directory;
    return now != null && now.tasks().stream().anyMatch(t -> t.queued() + t.inFlight() > 0);
  }

  /** Names and versions of the tasks. */
  List<String> tasks() {
    TaskDirectory now = directory;
    return now == null
        ? List.of()
        : now.tasks().stream().map(t -> t.info().name() + " " + t.version()).toList();
  }

  /** Names and versions of the models of these tasks. */
  List<String> models() {
    TaskDirectory tasks = directory;
    Inference now = inference;
    return tasks == null || now == null
        ? List.of()
        : tasks.tasks().stream()
            .flatMap(t -> now.models(t.info().name()).stream())
            .map(m -> m.id() + " " + m.version())
            .distinct()
            .toList();
  }
}
