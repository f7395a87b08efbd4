package org.nightjar.itests.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, the configuration and the server of the whole distribution, as processes. */
class CommandLineTest {
  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void prepare() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
  }

  private Nightjar start(String... args) throws IOException {
    String[] line = new String[args.length + 2];
    line[0] = "--data";
    line[1] = data.toString();
    System.arraycopy(args, 0, line, 2, args.length);
    return Nightjar.start(
        Distribution.home().resolve("bin/nightjar"), folder, Javas.current(), line);
  }

  private String answer(int exit, String... args) throws Exception {
    try (Nightjar nightjar = start(args)) {
      assertThat(nightjar.exit()).as(nightjar.out() + nightjar.err()).isEqualTo(exit);
      return nightjar.out() + nightjar.err();
    }
  }

  @Test
  void theShippedFileExplainsEverySettingThereIs() throws Exception {
    String shipped = Files.readString(Distribution.home().resolve("config/nightjar.yaml"));
    assertThat(answer(0, "config", "show", "--template"))
        .as("config/nightjar.yaml: write it anew by 'nightjar config show --template'")
        .isEqualTo(shipped);
  }

  @Test
  void aWrongFileIsSaidInFullAndStopsEveryOtherCommand() throws Exception {
    Path file = Files.writeString(folder.resolve("wrong.yaml"), "http:\n  prt: 1\nstor: {}\n");
    String problems =
        """
        %1$s:2: section http has no key 'prt'
          Did you mean 'port'? Allowed: host, maxBodyMegabytes, port.
        """
            .formatted(file);
    assertThat(answer(1, "config", "check", "wrong.yaml"))
        .startsWith(problems)
        .contains(file + ":3: there is no section 'stor'", "Did you mean 'store'?");
    assertThat(answer(2, "tasks", "--config", "wrong.yaml"))
        .contains("BAD_CONFIGURATION", "(" + file + ":2)", "(" + file + ":3)");
  }

  @Test
  void aServerAnswersForOthersAndLeavesNothingBehind() throws Exception {
    Path watched = Files.createDirectory(folder.resolve("in"));
    try (Nightjar server = start("run", "--watch", "in")) {
      await().atMost(Duration.ofMinutes(1)).until(() -> server.out().startsWith("ready http://"));
      assertThat(answer(0, "config", "show", "intake", "--json"))
          .contains("\"key\":\"watch\",\"value\":\"[" + watched + "]\"")
          .contains("default, and the command line");
      Files.writeString(data.resolve("nightjar.yaml"), "observatory: {profile: generic}\n");
      assertThat(answer(2, "taks")).contains("no command 'taks'", "Did you mean tasks");
      assertThat(answer(2, "run")).contains("in use by process " + server.pid());
      server.terminate();
      assertThat(server.exit()).isEqualTo(143);
    }
    assertThat(data.resolve("run/server.json")).doesNotExist();
    assertThat(answer(0, "config", "show", "observatory"))
        .contains("# " + data.resolve("nightjar.yaml") + ":1");
  }
}
