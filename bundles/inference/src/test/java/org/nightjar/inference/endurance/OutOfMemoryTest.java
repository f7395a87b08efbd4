package org.nightjar.inference.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real memory that runs out: the process may have only so much address space. */
@EnabledOnOs(OS.LINUX)
class OutOfMemoryTest {
  private static final long KIBIBYTES = 2_600_000;

  @TempDir private Path folder;

  @Test
  void aRequestThatDoesNotFitFailsAloneAndEverythingGoesOn() throws Exception {
    ChildJvm.End end =
        new ChildJvm(folder)
            .run(
                OutOfMemoryProgram.class,
                KIBIBYTES,
                120,
                List.of(
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:CompressedClassSpaceSize=64m",
                    "-XX:ReservedCodeCacheSize=64m"));
    assertThat(end.status()).as("%s", end.lines()).isZero();
    assertThat(end.value("large")).startsWith("OUT_OF_MEMORY the device has too little memory");
    assertThat(end.value("idle.loaded.before")).isEqualTo("true");
    assertThat(end.value("idle.loaded.after")).as("made room before giving up").isEqualTo("false");
    assertThat(end.value("same")).as("what fits comes out as before").isEqualTo("true");
    assertThat(end.number("idle.again")).isEqualTo(200 * 200);
    assertThat(end.value("done")).isEqualTo("yes");
  }
}
