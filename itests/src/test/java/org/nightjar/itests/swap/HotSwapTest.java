package org.nightjar.itests.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.itests.runtime.Distribution;
import org.nightjar.itests.swap.driver.DriverActivator;
import org.nightjar.itests.swap.task.SwappedTask;
import org.nightjar.launcher.DataFolder;
import org.nightjar.launcher.Home;
import org.nightjar.launcher.RunningSystem;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Swaps a task 50 times while 1,000 requests a second come in over the bus. */
class HotSwapTest {
  private static final Logger LOG = LoggerFactory.getLogger(HotSwapTest.class);
  private static final int SWAPS = 50;

  private static final String COMPONENT =
      """
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="swapped" init="1">
        <implementation class="org.nightjar.itests.swap.task.SwappedTask"/>
        <service><provide interface="org.nightjar.api.task.Task"/></service>
        <reference name="count" interface="java.util.function.Consumer"
            target="(nightjar.role=swap-count)" parameter="0"/>
      </scr:component>
      """;

  @TempDir Path folder;

  @Test
  @Timeout(300)
  void losesNothingDoublesNothingAndLeavesNothingBehind() throws Exception {
    try (RunningSystem system = start()) {
      BundleContext context = system.bundleContext();
      List<URI> work = new ArrayList<>();
      work.add(Files.writeString(folder.resolve("some.probe"), "probe").toUri());
      for (int swap = 1; swap <= SWAPS; swap++) {
        work.add(version(swap));
      }

      Map<String, Object> result = drive(context, work);

      int sent = (Integer) result.get("sent");
      LOG.info(
          "{} requests, {} swaps, the slowest took {} ms",
          sent,
          SWAPS,
          result.get("slowestSwapMillis"));
      assertThat(counts(result, "failures")).isEmpty();
      assertThat(counts(result, "answered")).hasSize(sent).allSatisfy((id, n) -> one(n));
      assertThat(counts(result, "examined")).hasSize(sent).allSatisfy((id, n) -> one(n));
      assertThat(counts(result, "byVersion")).hasSize(SWAPS + 1);
      Collection<?> gone = (Collection<?>) result.get("gone");
      assertThat(gone).hasSize(SWAPS);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> {
                System.gc();
                assertThat(gone).noneMatch(loader -> ((WeakReference<?>) loader).get() != null);
              });
      assertThat(threads("task-swapped-")).isNotEmpty().allMatch(name -> name.contains("1.50.0"));
    }
    assertThat(threads("task-")).isEmpty();
    assertThat(threads("dispatch-")).isEmpty();
    assertThat(threads("vert.x-")).isEmpty();
  }

  @Test
  @Timeout(120)
  void aVersionThatDoesNotStartIsTakenBackAndTheOldOneGoesOn() throws Exception {
    try (RunningSystem system = start()) {
      URI probe = Files.writeString(folder.resolve("some.probe"), "probe").toUri();
      URI bad =
          new BundleJar("swapped", "2.0.0", "org.nowhere;version=\"[3,4)\"")
              .write(folder.resolve("bad.jar"))
              .toUri();

      assertThatThrownBy(() -> drive(system.bundleContext(), List.of(probe, bad)))
          .hasRootCauseInstanceOf(BundleException.class)
          .hasStackTraceContaining("UNAVAILABLE: the plugin does not start")
          .hasStackTraceContaining("org.nowhere");
      assertThatThrownBy(() -> drive(system.bundleContext(), List.of(probe, version(0))))
          .hasStackTraceContaining("CONFLICT");
      assertThat(versions(system)).containsExactly("1.0.0");
      drive(system.bundleContext(), List.of(probe, version(1)));
      assertThat(versions(system)).containsExactly("1.1.0");
    }
  }

  private static List<String> versions(RunningSystem system) {
    return Stream.of(system.bundleContext().getBundles())
        .filter(bundle -> bundle.getSymbolicName().equals("swapped"))
        .map(bundle -> bundle.getVersion().toString())
        .toList();
  }

  /** The whole distribution with the driver and the first version. */
  private RunningSystem start() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    // A machine that is busy with other things for a second must not look like a loss.
    Files.writeString(data.directory().resolve("nightjar.yaml"), "dispatch:\n  window: 30000\n");
    RunningSystem system = RunningSystem.start(new Home(Distribution.home()), data, Map.of());
    system.bundleContext().installBundle(driver().toUri().toString()).start();
    system.bundleContext().installBundle(version(0).toString()).start();
    return system;
  }

  private static void one(int count) {
    assertThat(count).isEqualTo(1);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Integer> counts(Map<String, Object> result, String name) {
    return (Map<String, Integer>) result.get(name);
  }

  private static List<String> threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(prefix))
        .toList();
  }

  private Path driver() throws IOException {
    return new BundleJar(
            "swap-driver",
            "1.0.0",
            "org.osgi.framework,org.osgi.framework.wiring,org.nightjar.api.error,"
                + "org.nightjar.api.product,org.nightjar.api.reader,"
                + "org.nightjar.api.report,org.nightjar.api.task,org.nightjar.bus,org.nightjar.dispatch,"
                + "org.nightjar.plugins")
        .header("Bundle-Activator", DriverActivator.class.getName())
        .packageOf(DriverActivator.class)
        .write(folder.resolve("driver.jar"));
  }

  private URI version(int number) throws IOException {
    return new BundleJar(
            "swapped",
            "1." + number + ".0",
            "org.nightjar.api.product,org.nightjar.api.report,org.nightjar.api.task")
        .header("Service-Component", "OSGI-INF/swapped.xml")
        .file("OSGI-INF/swapped.xml", COMPONENT)
        .packageOf(SwappedTask.class)
        .write(folder.resolve("swapped-" + number + ".jar"))
        .toUri();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> drive(BundleContext context, List<URI> work) throws Exception {
    ServiceReference<?> reference =
        context.getServiceReferences(Function.class, "(nightjar.role=swap-driver)").stream()
            .findFirst()
            .orElseThrow();
    return ((Function<List<URI>, Map<String, Object>>) context.getService(reference)).apply(work);
  }
}
