package org.nightjar.simulation.internal.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nightjar.testkit.TestCall;

/** Everything that is published about the peers' models comes out here, too. */
class CertificateTest {
  private static final Path CASES =
      Path.of(System.getProperty("nightjar.testdata", "../../../shared/data"))
          .resolve("../reference/simulation-cases.json")
          .normalize();

  @Test
  void everyReferenceCaseComesOut() throws Exception {
    assumeTrue(Files.isRegularFile(CASES), "the reference cases are not here: " + CASES);
    TestCall call = TestCall.in(Path.of("."));
    boolean passed = new CaseRun(call).run(CASES);
    assertThat(call.lines()).as("checks").hasSizeGreaterThan(200);
    // The file is a selection: one case has the inputs of another that is not in it.
    assertThat(
            call.lines().stream()
                .filter(line -> line.startsWith("failed") || line.startsWith("not-evaluated"))
                .filter(line -> !line.endsWith("for the record"))
                .filter(line -> !line.endsWith("MPL-1, which is not in this file")))
        .isEmpty();
    assertThat(passed).isTrue();
  }
}
