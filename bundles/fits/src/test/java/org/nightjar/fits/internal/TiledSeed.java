package org.nightjar.fits.internal;

import java.io.ByteArrayOutputStream;
import nom.tam.fits.Fits;
import nom.tam.fits.ImageHDU;
import nom.tam.fits.compression.algorithm.rice.RiceCompressOption;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.FitsOutputStream;

/** A small Rice-compressed image, written by nom-tam-fits. */
final class TiledSeed {
  private TiledSeed() {}

  static byte[] rice() throws Exception {
    short[][] pixels = new short[12][16];
    for (int y = 0; y < pixels.length; y++) {
      for (int x = 0; x < pixels[y].length; x++) {
        pixels[y][x] = (short) (100 + 7 * x - 3 * y);
      }
    }
    CompressedImageHDU tiled =
        CompressedImageHDU.fromImageHDU((ImageHDU) Fits.makeHDU(pixels), 16, 1);
    tiled
        .setCompressAlgorithm("RICE_1")
        .getCompressOption(RiceCompressOption.class)
        .setBlockSize(32);
    tiled.compress();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Fits fits = new Fits();
        FitsOutputStream out = new FitsOutputStream(bytes)) {
      fits.addHDU(tiled);
      fits.write(out);
    }
    return bytes.toByteArray();
  }
}
