package org.nightjar.itests.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.itests.runtime.Distribution;
import org.nightjar.itests.swap.counting.CountingComponent;
import org.nightjar.launcher.DataFolder;
import org.nightjar.launcher.Home;
import org.nightjar.launcher.RunningSystem;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** Two versions of a bundle count side by side, and each leaves nothing behind when it stops. */
class MetersSwapTest {
  private static final String COMPONENT =
      """
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="counting"
          immediate="true" init="1">
        <implementation class="org.nightjar.itests.swap.counting.CountingComponent"/>
        <service><provide interface="java.lang.Runnable"/></service>
        <reference name="meters" interface="org.nightjar.metrics.Meters" parameter="0"/>
      </scr:component>
      """;

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void bothVersionsCountAndTheOldOneCanBeCollected() throws Exception {
    Path data = folder.resolve("data");
    try (RunningSystem system =
        RunningSystem.start(new Home(Distribution.home()), new DataFolder(data), Map.of())) {
      BundleContext context = system.bundleContext();
      URI address = listen(context);
      String token = Files.readString(data.resolve("token")).strip();

      Bundle old = install(context, 1);
      run(old, 3);
      assertThat(scrape(address, token))
          .contains("nightjar_probe_runs_total 3.0", "nightjar_probe_own 3.0");
      Bundle young = install(context, 2);
      run(young, 2);
      run(old, 1);
      assertThat(scrape(address, token))
          .contains(
              "nightjar_probe_runs_total 6.0",
              "nightjar_probe_read_total 6.0",
              "nightjar_probe_own 2.0",
              "nightjar_probe_size_count 2");

      WeakReference<ClassLoader> loader = remove(old);
      assertThat(scrape(address, token))
          .contains(
              "nightjar_probe_runs_total 6.0",
              "nightjar_probe_read_total 6.0",
              "nightjar_probe_own 2.0");
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> {
                System.gc();
                assertThat(loader.get()).isNull();
              });
      remove(young);
      assertThat(scrape(address, token))
          .noneMatch(line -> line.contains("probe"))
          .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""));
    }
  }

  private Bundle install(BundleContext context, int number) throws Exception {
    Path jar =
        new BundleJar("counting", "1." + number + ".0", "org.nightjar.metrics")
            .header("Service-Component", "OSGI-INF/counting.xml")
            .file("OSGI-INF/counting.xml", COMPONENT)
            .packageOf(CountingComponent.class)
            .write(folder.resolve("counting-" + number + ".jar"));
    Bundle bundle = context.installBundle(jar.toUri().toString());
    bundle.start();
    return bundle;
  }

  private static void run(Bundle bundle, int times) {
    await().until(() -> bundle.getRegisteredServices() != null);
    BundleContext context = bundle.getBundleContext();
    Runnable counting = (Runnable) context.getService(bundle.getRegisteredServices()[0]);
    for (int i = 0; i < times; i++) {
      counting.run();
    }
  }

  private static WeakReference<ClassLoader> remove(Bundle bundle) throws Exception {
    WeakReference<ClassLoader> loader =
        new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
    bundle.stop();
    bundle.uninstall();
    return loader;
  }

  /** By name and reflection: the bundle's classes are not those that this test sees. */
  private static URI listen(BundleContext context) throws Exception {
    String type = "org.nightjar.http.HttpServer";
    Object server = context.getService(context.getAllServiceReferences(type, null)[0]);
    Class<?> methods = server.getClass().getClassLoader().loadClass(type);
    methods.getMethod("start").invoke(server);
    return (URI) methods.getMethod("address").invoke(server);
  }

  private static List<String> scrape(URI address, String token)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/metrics"))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body().lines().toList();
  }
}
