package org.nightjar.fits.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;
import org.nightjar.api.profile.MaskBits;
import org.nightjar.api.reader.MaskPlane;
import org.nightjar.fits.internal.Reading;

class FitsMaskWriterTest {
  private static final String ASTROPY =
      """
      import sys, warnings
      warnings.simplefilter('error')
      from astropy.io import fits
      import numpy as np
      with fits.open(sys.argv[1], checksum=True) as f:
          f.verify('exception')
          m = f['S1_DQ']
          y, x = np.mgrid[0:700, 0:500]
          want = np.where((x * 31 + y * 17) % 97 == 0, 1 << ((x + y) % 31), 0)
          assert m.data.dtype.kind == 'i' and m.data.dtype.itemsize == 4, m.data.dtype
          assert np.array_equal(m.data, want)
          assert m.header['MP_STREAK'] == 5, repr(m.header)
      """;

  @TempDir Path folder;

  private static void rows(int y, int[] target) {
    for (int x = 0; x < target.length; x++) {
      if ((x * 31 + y * 17) % 97 == 0) {
        target[x] = 1 << ((x + y) % 31);
      }
    }
  }

  private Path mask() throws Exception {
    FitsMaskWriter writer = new FitsMaskWriter();
    byte[] plane =
        writer.plane(new MaskPlane("S1", 500, 700, MaskBits.OWN, FitsMaskWriterTest::rows));
    return Files.write(folder.resolve("mask.fits"), writer.file(List.of(plane)));
  }

  @Test
  void ourReaderReadsItBack() throws Exception {
    try (Reading reading = new Reading(folder);
        Product product = reading.open(mask())) {
      ImagePart image = Reading.image(product);
      assertThat(image.info().name()).isEqualTo("S1_DQ");
      IntBuffer pixels = IntBuffer.allocate(350_000);
      image.read(image.region(), pixels);
      int[] want = new int[500];
      for (int y = 0; y < 700; y++) {
        java.util.Arrays.fill(want, 0);
        rows(y, want);
        assertThat(java.util.Arrays.copyOfRange(pixels.array(), y * 500, (y + 1) * 500))
            .containsExactly(want);
      }
    }
  }

  @Test
  void astropyReadsItBackAndItsChecksumsHold() throws Exception {
    Path python = Path.of("/usr/bin/python3");
    Assumptions.assumeTrue(Files.isExecutable(python), "no /usr/bin/python3");
    Assumptions.assumeTrue(
        new ProcessBuilder(python.toString(), "-c", "import astropy").start().waitFor() == 0,
        "no astropy");
    Process process =
        new ProcessBuilder(python.toString(), "-c", ASTROPY, mask().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }
}
