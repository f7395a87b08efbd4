package org.nightjar.itests.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.itests.inference.holder.HoldingActivator;
import org.nightjar.itests.runtime.Distribution;
import org.nightjar.itests.samples.SampleModel;
import org.nightjar.itests.swap.BundleJar;
import org.nightjar.launcher.DataFolder;
import org.nightjar.launcher.Home;
import org.nightjar.launcher.RunningSystem;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** What a plugin holds of the inference service goes with it. */
class PluginStopTest {
  /** As many leases as a client may hold by default. */
  private static final int ALL = 64;

  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void noLeaseAndNoRequestOutlivesThePlugin() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    SampleModel.write(data.directory().resolve("models/matched-filter/1"));
    try (RunningSystem system =
        RunningSystem.start(new Home(Distribution.home()), data, Map.of())) {
      Bundle plugin =
          system
              .bundleContext()
              .installBundle(
                  new BundleJar(
                          "holder",
                          "1.0.0",
                          "org.osgi.framework,org.nightjar.api.error,"
                              + "org.nightjar.api.inference,org.nightjar.api.product")
                      .header("Bundle-Activator", HoldingActivator.class.getName())
                      .packageOf(HoldingActivator.class)
                      .write(folder.resolve("holder.jar"))
                      .toUri()
                      .toString());
      plugin.start();
      Supplier<Map<String, Object>> first = told(system.bundleContext());
      assertThat(first.get())
          .containsEntry("leases", ALL)
          .containsEntry("refusal", "QUOTA_EXCEEDED");
      plugin.stop();
      await().until(() -> first.get().get("open").equals(0L));

      // The same plugin again: if one lease were left, it would get fewer.
      plugin.start();
      assertThat(told(system.bundleContext()).get()).containsEntry("leases", ALL);
    }
  }

  @SuppressWarnings("unchecked")
  private static Supplier<Map<String, Object>> told(BundleContext context) throws Exception {
    ServiceReference<?> reference =
        context.getServiceReferences(Supplier.class, "(nightjar.role=holder)").stream()
            .findFirst()
            .orElseThrow();
    return (Supplier<Map<String, Object>>) context.getService(reference);
  }
}
