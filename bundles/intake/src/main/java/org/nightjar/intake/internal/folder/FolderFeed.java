package org.nightjar.intake.internal.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.feed.Feed;
import org.nightjar.api.feed.Intake;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.health.Health;
import org.nightjar.api.health.HealthReport;
import org.nightjar.api.health.HealthStatus;
import org.nightjar.api.product.Priority;
import org.nightjar.environment.Folders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files from watched folders. Looks again and again instead of asking the file system for
 * events, which network file systems do not have.
 */
@Component(
    service = {Feed.class, Health.class},
    configurationPid = "org.nightjar.intake",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FolderSettings.class)
public final class FolderFeed implements Feed, Health {
  private static final Logger LOG = LoggerFactory.getLogger(FolderFeed.class);
  private static final String NAME = "folder";

  private final List<WatchedFolder> folders;
  private final long poll;
  private final Priority priority;

  /** What is wrong now, by folder or file; so that each trouble is logged once. */
  private final Map<Path, String> troubles = new ConcurrentHashMap<>();

  private ScheduledExecutorService timer;
  private volatile boolean ending;

  /** Made by the component runtime. */
  @Activate
  public FolderFeed(@Reference Folders places, FolderSettings settings) {
    this.poll = settings.pollMilliseconds();
    this.priority = Priority.valueOf(settings.priority().toUpperCase(Locale.ROOT));
    this.folders =
        Arrays.stream(settings.watch())
            .filter(text -> !text.isBlank())
            .map(text -> places.data().resolve(text).toAbsolutePath().normalize())
            .distinct()
            .map(
                folder ->
                    new WatchedFolder(
                        folder,
                        settings.subfolders(),
                        settings.settleLooks(),
                        poll * settings.settleLooks()))
            .toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public synchronized void start(Intake intake) {
    if (timer == null && !folders.isEmpty()) {
      ending = false;
      timer =
          Executors.newSingleThreadScheduledExecutor(
              work -> new Thread(work, "nightjar-folder-feed"));
      timer.scheduleWithFixedDelay(() -> lookAtAll(intake), 0, poll, TimeUnit.MILLISECONDS);
      folders.forEach(folder -> LOG.info("Watching {}", folder.folder()));
    }
  }

  @Override
  public synchronized void stop() throws InterruptedException {
    if (timer != null) {
      ending = true;
      timer.shutdown();
      while (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.info("A file is still being taken in");
      }
      timer = null;
    }
  }

  @Deactivate
  void close() throws InterruptedException {
    stop();
  }

  @Override
  public HealthReport check() {
    if (troubles.isEmpty()) {
      return HealthReport.ok(folders.size() + " folders watched");
    }
    return new HealthReport(
        HealthStatus.TEMPORARILY_UNAVAILABLE,
        String.join("; ", new TreeMap<>(troubles).values()),
        "Make the folder readable, or change 'watch' in section intake; it is tried again");
  }

  private void lookAtAll(Intake intake) {
    for (WatchedFolder folder : folders) {
      try {
        look(folder, intake);
      } catch (RuntimeException e) {
        LOG.error("Watching {} failed; it is tried again", folder.folder(), e);
      }
    }
  }

  private void look(WatchedFolder folder, Intake intake) {
    try {
      List<WatchedFolder.Ready> ready = folder.look(System.currentTimeMillis());
      well(folder.folder());
      troubles.keySet().removeIf(path -> path.startsWith(folder.folder()) && !Files.exists(path));
      for (WatchedFolder.Ready each : ready) {
        if (ending || !submit(folder, each, intake)) {
          return;
        }
      }
    } catch (IOException e) {
      String what = Files.exists(folder.folder()) ? "cannot be read" : "does not exist";
      trouble(folder.folder(), "watched folder " + folder.folder() + " " + what + " (" + e + ")");
    }
  }

  /**
   * Whether the next file may be tried: when the ledger takes nothing, no file will fare better.
   */
  private boolean submit(WatchedFolder folder, WatchedFolder.Ready ready, Intake intake) {
    Submission submission =
        new Submission(
            ready.file().toUri(),
            NAME,
            Optional.of(ready.stamp().key(ready.file())),
            Set.of(),
            priority,
            Optional.empty());
    try {
      intake.submit(submission);
      folder.taken(ready);
      well(ready.file());
      return true;
    } catch (NightjarException e) {
      trouble(ready.file(), "not taken yet: " + ready.file() + ": " + e.problem());
      return false;
    } catch (RuntimeException e) {
      trouble(ready.file(), "not taken yet: " + ready.file() + ": " + e);
      LOG.error("Taking in {} failed; it is tried again", ready.file(), e);
      return true;
    }
  }

  private void trouble(Path what, String message) {
    if (troubles.put(what, message) == null) {
      LOG.warn("{}; it is tried again", message);
    }
  }

  private void well(Path what) {
    if (troubles.remove(what) != null) {
      LOG.info("{} is well again", what);
    }
  }
}
