package org.nightjar.launcher;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what goes wrong in the framework, logs it, and remembers it for whoever asks why a service
 * is missing.
 */
final class StartProblems implements FrameworkListener {
  private static final Logger LOG = LoggerFactory.getLogger(StartProblems.class);
  private static final long START_SECONDS = 120;
  private static final int REMEMBERED = 100;

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch started = new CountDownLatch(1);

  @Override
  public void frameworkEvent(FrameworkEvent event) {
    String bundle = event.getBundle().getSymbolicName();
    switch (event.getType()) {
      case FrameworkEvent.STARTED -> started.countDown();
      case FrameworkEvent.ERROR -> {
        LOG.error("In bundle {}", bundle, event.getThrowable());
        if (seen.size() < REMEMBERED) {
          seen.add(bundle + ": " + event.getThrowable().getMessage());
        }
      }
      case FrameworkEvent.WARNING -> LOG.warn("In bundle {}", bundle, event.getThrowable());
      default -> LOG.debug("Framework event {} of {}", event.getType(), bundle);
    }
  }

  void awaitStarted() {
    try {
      if (!started.await(START_SECONDS, TimeUnit.SECONDS)) {
        throw new LaunchException(
            "The bundles did not all start within " + START_SECONDS + " s; seen so far: " + seen);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("Interrupted while the bundles started", e);
    }
  }

  List<String> seen() {
    return List.copyOf(seen);
  }
}
