package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.environment.Folders;
import org.nightjar.fits.internal.command.FitsInfo;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.testkit.TestCall;

class ChecksumTest {
  @TempDir Path folder;

  private String verify(Path file) throws Exception {
    FitsOpener opener = new FitsOpener(new Folders(folder, folder));
    TestCall call = TestCall.in(folder, file.toString(), "--verify");
    new FitsInfo(opener).run(call);
    return call.printed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"m13", "m13_gzip", "m13_hcomp", "m13_plio", "m13_rice", "m13real"})
  void checksumsOfOthersHoldUntilAByteChanges(String name) throws Exception {
    Path file = SharedData.folder("exposures").resolve(name + ".fits");
    assertThat(verify(file)).contains("DATASUM holds, CHECKSUM holds");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 6001] ^= 4;
    Path damaged = Files.write(folder.resolve("damaged.fits"), bytes);
    assertThatThrownBy(() -> verify(damaged))
        .hasMessageContaining("CORRUPT")
        .hasMessageContaining("DATASUM is")
        .hasMessageContaining("the data sum up to");
  }

  @Test
  void whatClaimsNothingIsNotVerified() throws Exception {
    Path file =
        FitsBuilder.primary(8)
            .card("CHECKSUM", "0000000000000000")
            .end()
            .image("A", 8, 3)
            .card("DATASUM", "many")
            .data(3, data -> {})
            .write(folder, "odd.fits");
    assertThat(verify(file)).contains("0  no checksums", "1  DATASUM is malformed");
  }

  @Test
  void aScanRefusesWhatDoesNotSumUpAndNamesTheSwitch() throws Exception {
    byte[] bytes = Files.readAllBytes(SharedData.folder("exposures").resolve("m13.fits"));
    bytes[bytes.length - 6001] ^= 4;
    Path damaged = Files.write(folder.resolve("damaged.fits"), bytes);
    try (Reading verifying = Reading.verifying(folder);
        Reading trusting = new Reading(folder)) {
      assertThatThrownBy(() -> verifying.scan(damaged))
          .hasMessageContaining("CORRUPT")
          .hasMessageContaining("DATASUM is")
          .hasMessageContaining("damaged.fits")
          .hasMessageContaining("'verifyChecksums: false' in section 'fits'");
      assertThat(trusting.scan(damaged)).hasSize(1);
    }
  }

  @Test
  void aScanSeesDamageInsideAPackedFileToo() throws Exception {
    byte[] bytes = Files.readAllBytes(SharedData.folder("exposures").resolve("m13.fits"));
    Path whole = packed("whole.fits.gz", bytes);
    bytes[bytes.length - 6001] ^= 4;
    Path damaged = packed("damaged.fits.gz", bytes);
    try (Reading verifying = Reading.verifying(folder)) {
      assertThat(verifying.scan(whole)).hasSize(1);
      assertThatThrownBy(() -> verifying.scan(damaged)).hasMessageContaining("DATASUM is");
    }
  }

  private Path packed(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream target = new GZIPOutputStream(Files.newOutputStream(file))) {
      target.write(bytes);
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fits-tiles", "exposures"})
  void whatOthersWroteIsNotRefused(String name) throws Exception {
    try (Stream<Path> files = Files.list(SharedData.folder(name));
        Reading trusting = new Reading(folder);
        Reading verifying = Reading.verifying(folder)) {
      for (Path file : files.filter(ChecksumTest::fits).sorted().toList()) {
        assertThat(verifying.scan(file)).as("%s", file).isEqualTo(trusting.scan(file));
      }
    }
  }

  private static boolean fits(Path file) {
    return file.toString().matches(".*\\.fits(\\.fz|\\.gz|\\.bz2)?");
  }
}
