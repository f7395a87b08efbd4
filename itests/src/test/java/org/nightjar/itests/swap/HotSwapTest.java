package org.nightjar.itests.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    Home home = new Home(Distribution.home());
    try (RunningSystem system =
        RunningSystem.start(home, new DataFolder(folder.resolve("data")), Map.of())) {
      BundleContext context = system.bundleContext();
      configure(context, "org.nightjar.store", new Hashtable<>());
      // A machine that is busy with other things for a second must not look like a loss.
      configure(context, "org.nightjar.dispatch", new Hashtable<>(Map.of("window", 30_000)));
      context.installBundle(driver().toUri().toString()).start();
      context.installBundle(version(0).toString()).start();
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
                + "org.nightjar.api.product,org.nightjar.api.profile,org.nightjar.api.reader,"
                + "org.nightjar.api.report,org.nightjar.bus,org.nightjar.dispatch,"
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

  /** By reflection: the test's own class path has another copy of these types. */
  private static void configure(
      BundleContext context, String pid, Dictionary<String, Object> settings) throws Exception {
    ServiceReference<?> reference =
        context.getServiceReference("org.osgi.service.cm.ConfigurationAdmin");
    Object admin = context.getService(reference);
    Class<?> type =
        admin.getClass().getClassLoader().loadClass("org.osgi.service.cm.ConfigurationAdmin");
    Object configuration =
        type.getMethod("getConfiguration", String.class, String.class).invoke(admin, pid, "?");
    type.getClassLoader()
        .loadClass("org.osgi.service.cm.Configuration")
        .getMethod("update", Dictionary.class)
        .invoke(configuration, settings);
  }
}
