package org.nightjar.inference.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A minute (ten behind -Pbench) at full load, with 50 models that come and go. */
@EnabledOnOs(OS.LINUX)
class SoakTest {
  private static final Logger LOG = LoggerFactory.getLogger(SoakTest.class);
  private static final long SECONDS = Long.getLong("nightjar.soak.seconds", 60);

  @TempDir private Path folder;

  @Test
  void memoryStaysFlatAndNothingIsLeftBehind() throws Exception {
    ChildJvm.End end =
        new ChildJvm(folder)
            .run(
                SoakProgram.class,
                0,
                SECONDS + 120,
                // All of the heap at once: what grows afterwards is not Java's.
                List.of("-Xms160m", "-Xmx160m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"),
                Long.toString(SECONDS));
    assertThat(end.status()).as("%s", end.lines()).isZero();
    LOG.info(
        "{} s: {} samples, resident {} MiB after a third, at most {} MiB afterwards",
        SECONDS,
        end.value("answered"),
        end.number("settled") >> 10,
        end.number("most") >> 10);
    assertThat(end.number("answered")).isGreaterThan(100);
    assertThat((double) end.number("most"))
        .as("resident memory, native included")
        .isLessThan(1.1 * end.number("settled"));
    assertThat(end.number("waiting")).isZero();
    assertThat(end.number("leases")).isZero();
    assertThat(end.number("failed")).isZero();
    assertThat(end.number("held")).as("no session is left").isZero();
    assertThat(end.value("done")).isEqualTo("yes");
  }
}
