package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
