package org.nightjar.itests.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.launcher.DataFolder;
import org.nightjar.launcher.Home;
import org.nightjar.launcher.LaunchException;
import org.nightjar.launcher.RunningSystem;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The launcher's API, as hot-swap and restart tests use it. */
class RunningSystemTest {
  @TempDir Path folder;
  private Home home;
  private DataFolder data;

  @BeforeEach
  void build() throws IOException {
    home = new Home(EchoSystem.in(folder).home());
    data = new DataFolder(folder.resolve("data"));
  }

  @Test
  void startsEveryBundleAndStartsAgainOnTheSameData() {
    for (int start = 0; start < 2; start++) {
      try (RunningSystem system =
          RunningSystem.start(home, data, Map.of("test.start", Integer.toString(start)))) {
        assertThat(system.bundleContext().getBundles())
            .hasSizeGreaterThan(40)
            .allMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
        assertThat(system.bundleContext().getProperty("test.start"))
            .isEqualTo(Integer.toString(start));
        assertThat(system.command(List.of("echo", "3", "in process"))).isEqualTo(3);
      }
    }
  }

  @Test
  void refusesASecondSystemOnTheSameData() {
    try (RunningSystem system = RunningSystem.start(home, data, Map.of())) {
      assertThat(system).isNotNull();
      assertThatThrownBy(() -> RunningSystem.start(home, data, Map.of()))
          .isInstanceOf(LaunchException.class)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void showsBundlesTheLibrariesOfTheClassPath() throws Exception {
    try (RunningSystem system = RunningSystem.start(home, data, Map.of())) {
      Bundle echo =
          Stream.of(system.bundleContext().getBundles())
              .filter(b -> "echo".equals(b.getSymbolicName()))
              .findFirst()
              .orElseThrow();
      for (String name :
          List.of(
              "ai.djl.engine.Engine",
              "ai.onnxruntime.OrtEnvironment",
              "org.xerial.snappy.Snappy",
              "com.github.luben.zstd.Zstd",
              "org.slf4j.Logger")) {
        assertThat(echo.loadClass(name)).isSameAs(Class.forName(name));
      }
      Class<?> engine = echo.loadClass("ai.djl.engine.Engine");
      assertThat(engine.getMethod("getInstance").invoke(null))
          .asString()
          .startsWith("OnnxRuntime:");
    }
  }

  @Test
  void tellsBundlesWhereTheyAreAndWhetherAllIsReady() throws Exception {
    try (RunningSystem system = RunningSystem.start(home, data, Map.of())) {
      assertThat(service(system, "org.nightjar.environment.Folders"))
          .hasToString("Folders[home=%s, data=%s]".formatted(home.directory(), data.directory()));
      Object readiness = service(system, "org.nightjar.environment.Readiness");
      Object missing =
          readiness
              .getClass()
              .getMethod("await", Duration.class)
              .invoke(readiness, Duration.ofSeconds(10));
      assertThat((List<?>) missing).isEmpty();
    }
  }

  /** By name and from all: the bundle's class is not the one that this test sees. */
  private static Object service(RunningSystem system, String type) throws Exception {
    BundleContext context = system.bundleContext();
    return context.getService(context.getAllServiceReferences(type, null)[0]);
  }
}
