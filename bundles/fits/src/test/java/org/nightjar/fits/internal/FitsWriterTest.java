package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.Region;
import org.nightjar.api.reader.Source;
import org.nightjar.fits.internal.checksum.ChecksumVerifier;
import org.nightjar.fits.internal.file.FitsFile;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.write.CardList;
import org.nightjar.fits.write.Compression;
import org.nightjar.fits.write.FitsWriter;
import org.nightjar.fits.write.ImageSpec;
import org.nightjar.fits.write.PixelFormat;
import org.nightjar.fits.write.PixelRows;

/** Whatever the writer writes is read back by our reader and by astropy. */
class FitsWriterTest {
  private static final String ASTROPY =
      """
      import sys, warnings
      warnings.simplefilter('error')
      from astropy.io import fits
      import numpy as np
      folder = sys.argv[1]
      steps = {}
      with fits.open(folder + '/all.fits', disable_image_compression=True) as f:
          for h in f[1:]:
              if 'ZQUANTIZ' in h.header and h.header['ZQUANTIZ'] != 'NONE':
                  s = h.data['ZSCALE']
                  z = h.data['GZIP_COMPRESSED_DATA']
                  lossless = np.array([len(v) > 0 for v in z])
                  assert lossless.any() and not lossless.all()
                  steps[h.name] = np.where(lossless, 0, s)
      with fits.open(folder + '/all.fits', checksum=True) as f:
          f.verify('exception')
          assert f[0].header['OBSERVER'] == "O'Hara", repr(f[0].header)
          for h in f[1:]:
              data, name = h.data, h.name
              assert h.header['GAIN'] == 1.5
              if data.dtype.kind == 'f' and 'FLOAT' in name:
                  want = np.fromfile(folder + '/' + name + '.raw', '>f8').reshape(data.shape)
                  if name in steps:
                      rows, width = -(-512 // data.shape[2]), data.shape[2]
                      per = -(-data.shape[1] // rows)
                      step = np.repeat(steps[name].reshape(data.shape[0], per), rows, 1)
                      step = step[:, :data.shape[1], None] * np.ones(data.shape)
                      odd = np.argwhere(np.isnan(data) != np.isnan(want))
                      assert not len(odd), (name, odd[:3], data[tuple(odd[0])], want[tuple(odd[0])])
                      with np.errstate(invalid='ignore'):
                          same = ~(np.abs(data - want) > 0.5 * step + 1e-4 * (step > 0))
                      assert same.all(), (name, np.argwhere(~same)[:5])
                      data.astype('>f8').tofile(folder + '/' + name + '.read')
                  else:
                      data = data.astype('>f8')
                      bits, wanted = data.view('>u8'), want.view('>u8')
                      assert (bits == wanted)[~np.isnan(want)].all(), name
                      assert np.array_equal(np.isnan(data), np.isnan(want)), name
              else:
                  kind = '>u8' if name.startswith('UINT64') else '>i8'
                  want = np.fromfile(folder + '/' + name + '.raw', kind).reshape(data.shape)
                  assert np.array_equal(data.astype(kind), want), (name, data.dtype)
      """;

  @TempDir Path folder;

  private final Map<String, WrittenPixels> written = new LinkedHashMap<>();

  private Path all(String name) throws Exception {
    Path file = folder.resolve(name);
    try (FitsWriter writer = FitsWriter.to(file)) {
      writer.header(new CardList().put("OBSERVER", "O'Hara", "who"));
      for (PixelFormat format : PixelFormat.values()) {
        for (Compression compression : Compression.values()) {
          for (int width : new int[] {61, 700}) {
            if (compression == Compression.NONE || format.bitpix() != 64) {
              image(writer, format, compression, width);
            }
          }
        }
      }
    }
    return file;
  }

  private void image(FitsWriter writer, PixelFormat format, Compression compression, int width)
      throws Exception {
    String name = format + "_" + compression + "_" + width;
    WrittenPixels pixels = WrittenPixels.of(format, width, 37, 2, name.hashCode());
    Files.write(folder.resolve(name + ".raw"), pixels.reference());
    written.put(name, pixels);
    ImageSpec spec = new ImageSpec(name, pixels.axes(), format, OptionalLong.empty(), compression);
    writer.image(spec, new CardList().put("GAIN", 1.5, "e-/ADU"), pixels.rows());
  }

  @Test
  void astropyReadsTheSamePixels() throws Exception {
    Path file = all("all.fits");
    Astropy.run(folder, ASTROPY, folder);
    try (Reading reading = new Reading(folder);
        FitsFile open = reading.opener().open(Source.ofFile(file))) {
      for (Hdu hdu : open.hdus().subList(1, open.hdus().size())) {
        Path read = folder.resolve(hdu.name().orElseThrow() + ".read");
        if (Files.exists(read)) {
          assertSame(doubles(image(open, hdu)), Astropy.doubles(read));
        }
      }
    }
  }

  private static void assertSame(double[] ours, double[] theirs) {
    assertThat(ours).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.length; i++) {
      if (Double.isFinite(theirs[i])) {
        assertThat(ours[i]).isCloseTo(theirs[i], within(1e-6 * Math.abs(theirs[i])));
      } else {
        assertThat(ours[i]).isEqualTo(Double.valueOf(theirs[i]));
      }
    }
  }

  @Test
  void ourReaderReadsTheSamePixels() throws Exception {
    Path file = all("all.fits");
    try (Reading reading = new Reading(folder);
        FitsFile open = reading.opener().open(Source.ofFile(file))) {
      ChecksumVerifier verifier = new ChecksumVerifier(open.bytes());
      for (Hdu hdu : open.hdus()) {
        assertThat(verifier.verify(hdu)).containsExactly("DATASUM holds", "CHECKSUM holds");
      }
      assertThat(open.hdus()).hasSize(1 + written.size());
      for (Hdu hdu : open.hdus().subList(1, open.hdus().size())) {
        String name = hdu.name().orElseThrow();
        WrittenPixels pixels = written.get(name);
        ImagePart image = image(open, hdu);
        if (pixels.format() == PixelFormat.UINT64) {
          continue;
        }
        if (pixels.format().integer()) {
          assertThat(longs(image)).as(name).isEqualTo(pixels.bits());
        } else if (!name.contains("RICE")) {
          long[] bits = new long[pixels.bits().length];
          double[] values = doubles(image);
          for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(values[i]);
          }
          assertThat(bits).as(name).isEqualTo(pixels.bits());
        }
      }
    }
  }

  private static ImagePart image(FitsFile file, Hdu hdu) throws Exception {
    return file.image(hdu, new PartInfo("image", 0, Facts.NONE));
  }

  private static double[] doubles(ImagePart image) throws Exception {
    int plane = image.width() * image.height();
    double[] values = new double[plane * image.planes()];
    for (int i = 0; i < image.planes(); i++) {
      Region region = new Region(i, 0, 0, image.width(), image.height());
      image.read(region, DoubleBuffer.wrap(values, i * plane, plane));
    }
    return values;
  }

  private static long[] longs(ImagePart image) throws Exception {
    int plane = image.width() * image.height();
    long[] values = new long[plane * image.planes()];
    for (int i = 0; i < image.planes(); i++) {
      Region region = new Region(i, 0, 0, image.width(), image.height());
      image.read(region, LongBuffer.wrap(values, i * plane, plane));
    }
    return values;
  }

  @Test
  void theSamePixelsGiveTheSameBytes() throws Exception {
    assertThat(all("again.fits")).hasSameBinaryContentAs(all("all.fits"));
  }

  @Test
  void compressionSavesRoom() throws Exception {
    WrittenPixels pixels = WrittenPixels.of(PixelFormat.FLOAT32, 2000, 300, 1, 5);
    Path file = folder.resolve("rice.fits");
    try (FitsWriter writer = FitsWriter.to(file)) {
      ImageSpec spec = ImageSpec.of(2000, 300, PixelFormat.FLOAT32).packed(Compression.RICE);
      writer.image(spec, new CardList(), pixels.rows());
    }
    assertThat(Files.size(file)).isLessThan(2000 * 300 * 4 / 4);
  }

  @Test
  void blanksAndAPrimaryImage() throws Exception {
    Path file = folder.resolve("blank.fits");
    PixelRows.Ints rows = (row, target) -> target[3] = -1;
    try (FitsWriter writer = FitsWriter.to(file)) {
      ImageSpec spec =
          new ImageSpec(
              "", List.of(10, 5), PixelFormat.INT16, OptionalLong.of(-1), Compression.NONE);
      writer.image(spec, new CardList().comment("plain").history("written"), rows);
      ImageSpec packed =
          new ImageSpec(
              "P", List.of(10, 5), PixelFormat.INT16, OptionalLong.of(-1), Compression.RICE);
      writer.image(packed, new CardList(), rows);
    }
    try (Reading reading = new Reading(folder);
        FitsFile open = reading.opener().open(Source.ofFile(file))) {
      for (Hdu hdu : open.hdus()) {
        assertThat(doubles(image(open, hdu))).contains(Double.NaN, 0.0).hasSize(50);
      }
    }
    Astropy.run(
        folder,
        """
        import sys, numpy as np
        from astropy.io import fits
        with fits.open(sys.argv[1], checksum=True) as f:
            f.verify('exception')
            assert len(f) == 2 and np.isnan(f[0].data).sum() == 5 and f[0].data[0, 0] == 0
            assert f[1].header['BLANK'] == -1
            assert (f[1].data[:, 3] == -1).all() and f[1].data[0, 0] == 0
        """,
        file);
  }

  @Test
  void mistakesAreExplained() throws Exception {
    CardList cards = new CardList();
    assertThatThrownBy(() -> cards.put("BITPIX", 8)).hasMessageContaining("structure");
    try (FitsWriter writer = FitsWriter.to(folder.resolve("x"))) {
      ImageSpec spec = ImageSpec.of(3, 3, PixelFormat.UINT8);
      PixelRows.Ints wide = (row, target) -> target[0] = 256;
      assertThatThrownBy(() -> writer.image(spec, cards, wide)).hasMessageContaining("256");
      PixelRows.Floats floats = (row, target) -> target[0] = 1;
      assertThatThrownBy(() -> writer.image(spec, cards, floats)).hasMessageContaining("UINT8");
    }
    assertThatThrownBy(() -> ImageSpec.of(3, 3, PixelFormat.INT64).packed(Compression.RICE))
        .hasMessageContaining("INT64");
  }
}
