package org.nightjar.intake.internal;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.feed.Feed;
import org.nightjar.intake.Feeds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the feeds as they come and go. */
@Component
public final class FeedControl implements Feeds {
  private static final Logger LOG = LoggerFactory.getLogger(FeedControl.class);

  private final IntakeService intake;
  private final List<Feed> known = new ArrayList<>();
  private boolean running;

  /** Made by the component runtime. */
  @Activate
  public FeedControl(@Reference IntakeService intake) {
    this.intake = intake;
  }

  /** A feed has come. */
  @Reference(
      name = "feed",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public synchronized void add(Feed feed) {
    known.add(feed);
    if (running) {
      start(feed);
    }
  }

  /** A feed goes. */
  public void remove(Feed feed) {
    boolean started;
    synchronized (this) {
      known.remove(feed);
      started = running;
    }
    if (started) {
      try {
        feed.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized void start() {
    if (!running) {
      running = true;
      Thread resume = new Thread(this::resume, "nightjar-intake-resume");
      resume.setDaemon(true);
      resume.start();
      known.forEach(this::start);
    }
  }

  @Override
  public void stop() throws InterruptedException {
    List<Feed> started;
    synchronized (this) {
      started = running ? List.copyOf(known) : List.of();
      running = false;
    }
    for (Feed feed : started) {
      feed.stop();
      LOG.info("Feed {} stopped", feed.name());
    }
  }

  @Deactivate
  void close() throws InterruptedException {
    stop();
  }

  private void start(Feed feed) {
    try {
      feed.start(intake);
      LOG.info("Feed {} started", feed.name());
    } catch (NightjarException e) {
      LOG.error("Feed {} does not start: {}", feed.name(), e.problem());
    } catch (RuntimeException e) {
      LOG.error("Feed {} does not start", feed.name(), e);
    }
  }

  private void resume() {
    try {
      intake.resume();
    } catch (NightjarException e) {
      LOG.error("Unfinished arrivals stay unfinished until the next start: {}", e.problem());
    } catch (RuntimeException e) {
      LOG.error("Unfinished arrivals stay unfinished until the next start", e);
    }
  }
}
