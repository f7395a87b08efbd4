package org.nightjar.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A started framework with all bundles of a distribution. The launcher holds one; tests start and
 * stop as many as they like, on different data folders.
 *
 * <p>Bundles learn the places from the framework properties {@code nightjar.home}, {@code
 * nightjar.data} and {@code nightjar.start.millis} (epoch milliseconds), which the bundle {@code
 * environment} turns into services.
 */
public final class RunningSystem implements AutoCloseable {
  /** Names the part a service plays for the launcher. */
  public static final String ROLE = "nightjar.role";

  private static final Logger LOG = LoggerFactory.getLogger(RunningSystem.class);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int LEVEL_OF_LATER_BUNDLES = 80;

  private final Framework framework;
  private final DataLock lock;
  private final StartProblems problems = new StartProblems();

  private RunningSystem(Framework framework, DataLock lock) {
    this.framework = framework;
    this.lock = lock;
  }

  /**
   * Starts every bundle of the distribution and returns when the last start level is reached.
   *
   * @param properties framework properties on top of the launcher's own
   * @throws LaunchException if another instance holds the data folder, or the framework does not
   *     start
   */
  public static RunningSystem start(Home home, DataFolder data, Map<String, String> properties) {
    return start(
        home,
        data,
        properties,
        DataLock.tryAcquire(data.lockFile()).orElseThrow(() -> DataLock.held(data)));
  }

  /**
   * Starts with a lock that is already held; closing the system, or failing to start it, releases
   * the lock.
   */
  static RunningSystem start(
      Home home, DataFolder data, Map<String, String> properties, DataLock lock) {
    RunningSystem system = null;
    try {
      data.sweep();
      JvmSettings.apply(home, data);
      system = new RunningSystem(framework(home, data, properties), lock);
      system.boot(home);
      return system;
    } catch (IOException | BundleException | RuntimeException e) {
      if (system == null) {
        lock.close();
      } else {
        system.close();
      }
      throw e instanceof LaunchException known
          ? known
          : new LaunchException("The framework did not start: " + e.getMessage(), e);
    }
  }

  private static Framework framework(Home home, DataFolder data, Map<String, String> properties)
      throws IOException {
    FrameworkFactory factory =
        ServiceLoader.load(FrameworkFactory.class, RunningSystem.class.getClassLoader())
            .findFirst()
            .orElseThrow(
                () ->
                    new LaunchException(
                        "No OSGi framework lies in "
                            + home.boot()
                            + ": unpack the distribution again"));
    return factory.newFramework(FrameworkProperties.of(home, data, properties));
  }

  private void boot(Home home) throws BundleException {
    framework.init();
    BundleContext context = framework.getBundleContext();
    context.addFrameworkListener(problems);
    framework.adapt(FrameworkStartLevel.class).setInitialBundleStartLevel(LEVEL_OF_LATER_BUNDLES);
    for (Map.Entry<Integer, List<Path>> level : home.bundles().entrySet()) {
      for (Path jar : level.getValue()) {
        install(context, jar, level.getKey());
      }
    }
    framework.start();
    problems.awaitStarted();
  }

  private static void install(BundleContext context, Path jar, int level) throws BundleException {
    // By reference: the framework reads the jar where it lies and keeps no copy.
    Bundle bundle = context.installBundle("reference:" + jar.toUri());
    bundle.adapt(BundleStartLevel.class).setStartLevel(level);
    if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) == 0) {
      bundle.start(Bundle.START_ACTIVATION_POLICY);
    }
  }

  /** The context of the system bundle: to look up services and to install bundles. */
  public BundleContext bundleContext() {
    return framework.getBundleContext();
  }

  /**
   * Has the command line carried out inside the system.
   *
   * @return its exit status
   * @throws LaunchException if no command line is there to do it, saying what did not start
   */
  public int command(List<String> args) {
    return new CommandLine(bundleContext(), problems).run(args);
  }

  /**
   * Stops every bundle, the last started first, and waits, but not for ever; then frees the data
   * folder. May be called twice.
   */
  @Override
  public synchronized void close() {
    try {
      framework.stop();
      if (framework.waitForStop(STOP.toMillis()).getType() == FrameworkEvent.WAIT_TIMEDOUT) {
        LOG.error("Not everything stopped within {} s", STOP.toSeconds());
      }
    } catch (BundleException e) {
      LOG.error("The framework did not stop cleanly", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.error("Interrupted while the framework stopped");
    } finally {
      lock.close();
    }
  }
}
