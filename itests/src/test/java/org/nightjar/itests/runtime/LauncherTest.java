package org.nightjar.itests.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution's script and launcher as processes. */
class LauncherTest {
  @TempDir Path folder;
  private EchoSystem system;
  private Path data;

  @BeforeEach
  void build() throws IOException {
    system = EchoSystem.in(folder);
    data = folder.resolve("data");
  }

  @Test
  void bootsOnThisJavaAndLeavesStandardErrorClean() throws Exception {
    boots(Javas.current());
  }

  @Test
  void bootsOnJava25AndLeavesStandardErrorClean() throws Exception {
    Optional<Path> java = Javas.ofVersion(25);
    assumeTrue(java.isPresent(), "no JDK 25 in the usual folders");
    boots(java.get());
  }

  private void boots(Path java) throws Exception {
    try (Nightjar nightjar =
        start(java, "echo", "7", "--data", data.toString(), "größer", "two  words")) {
      assertThat(nightjar.exit()).as(nightjar.err()).isEqualTo(7);
      assertThat(nightjar.out()).isEqualTo("größer two  words\n");
      assertThat(nightjar.err()).isEmpty();
    }
    assertThat(data.resolve("log/nightjar.log")).exists();
    assertThat(system.home().resolve("data")).doesNotExist();
    assertThat(data.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void finishesWorkInFlightOnSigterm() throws Exception {
    try (Nightjar server = start(Javas.current(), "run", "--data", data.toString())) {
      awaitRunning(server);
      server.terminate();
      assertThat(server.exit()).isEqualTo(143);
      assertThat(data.resolve("drained")).exists();
    }
    try (Nightjar next = start(Javas.current(), "echo", "0", "--data", data.toString(), "free")) {
      assertThat(next.exit()).as(next.err()).isZero();
    }
  }

  @Test
  void refusesASecondServerOnTheSameData() throws Exception {
    try (Nightjar server = start(Javas.current(), "run", "--data", data.toString())) {
      awaitRunning(server);
      try (Nightjar second = start(Javas.current(), "run", "--data", data.toString())) {
        assertThat(second.exit()).isEqualTo(2);
        assertThat(second.err())
            .contains("in use by process " + server.pid())
            .contains("--data DIR");
      }
      assertThat(server.alive()).isTrue();
    }
  }

  @Test
  void saysWhatDidNotStartWhenThereIsNoCommandLine() throws Exception {
    Files.delete(system.home().resolve("system/30/echo.jar"));
    Files.copy(
        Distribution.home().resolve("README.md"), system.home().resolve("system/30/broken.jar"));
    try (Nightjar nightjar = start(Javas.current(), "echo", "0", "--data", data.toString())) {
      assertThat(nightjar.exit()).isEqualTo(2);
      assertThat(nightjar.err()).contains("broken.jar");
    }
  }

  @Test
  void refusesAnOldJava() throws Exception {
    Path old = Files.createDirectories(folder.resolve("old/bin")).getParent();
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    Files.writeString(old.resolve("bin/java"), "#!/bin/sh\n");
    assertThat(old.resolve("bin/java").toFile().setExecutable(true)).isTrue();
    try (Nightjar nightjar = start(old, "echo", "0")) {
      assertThat(nightjar.exit()).isEqualTo(2);
      assertThat(nightjar.err()).contains("Java 11").contains("17 or newer");
    }
  }

  private Nightjar start(Path java, String... args) throws IOException {
    return Nightjar.start(system.script(), folder, java, args);
  }

  private static void awaitRunning(Nightjar server) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> server.out().contains("running") || !server.alive());
    assertThat(server.alive()).as(server.err()).isTrue();
  }
}
