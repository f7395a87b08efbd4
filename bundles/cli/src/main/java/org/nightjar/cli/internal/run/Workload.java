package org.nightjar.cli.internal.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.nightjar.api.inference.Inference;
import org.nightjar.dispatch.Dispatching;
import org.nightjar.dispatch.TaskDirectory;
import org.nightjar.environment.Folders;
import org.nightjar.intake.Feeds;
import org.nightjar.sinks.Sinks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server works on: feeds that bring it, tasks that judge it, sinks that take it away. */
@Component(service = Workload.class)
public final class Workload {
  private static final Logger LOG = LoggerFactory.getLogger(Workload.class);

  private final Folders folders;
  private final Feeds feeds;
  private final Sinks sinks;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile TaskDirectory directory;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile Dispatching dispatching;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile Inference inference;

  /** Made by the component runtime. */
  @Activate
  public Workload(@Reference Folders folders, @Reference Feeds feeds, @Reference Sinks sinks) {
    this.folders = folders;
    this.feeds = feeds;
    this.sinks = sinks;
  }

  Path data() {
    return folders.data();
  }

  void start() {
    sinks.start();
    feeds.start();
  }

  /** Takes nothing new, and waits a while for what is under way; the rest stays pending. */
  void stop(Duration atMost) throws InterruptedException {
    feeds.stop();
    Dispatching now = dispatching;
    if (now != null && !now.quiesce(atMost)) {
      LOG.warn("Work did not finish within {} s and stays pending", atMost.toSeconds());
    }
    sinks.stop();
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
