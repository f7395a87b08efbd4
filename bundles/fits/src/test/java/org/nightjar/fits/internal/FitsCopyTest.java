package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.environment.Folders;
import org.nightjar.fits.internal.command.FitsCopy;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.testkit.TestCall;

/** Copies, packed and unpacked, hold what the originals hold: astropy says so. */
class FitsCopyTest {
  private static final String COMPARE =
      """
      import sys, warnings
      from astropy.io import fits
      import numpy as np
      def images(f):
          return [h for h in f if h.is_image and h.data is not None]
      for i in range(1, len(sys.argv), 2):
          with fits.open(sys.argv[i]) as a, fits.open(sys.argv[i + 1], checksum=True) as b:
              warnings.simplefilter('error')
              b.verify('exception')
              left, right = images(a), images(b)
              assert len(left) == len(right) > 0, (sys.argv[i], len(left), len(right))
              for x, y in zip(left, right):
                  where = (sys.argv[i], x.name, x.data.dtype, y.data.dtype)
                  assert x.data.dtype.newbyteorder('=') == y.data.dtype.newbyteorder('='), where
                  if x.data.dtype.kind == 'f':
                      both = np.array_equal(x.data, y.data, equal_nan=True)
                  else:
                      both = np.array_equal(x.data, y.data)
                  assert both, where
                  for c in x.header.cards:
                      skip = ('SIMPLE', 'XTENSION', 'BITPIX', 'EXTEND', 'PCOUNT', 'GCOUNT', '',
                              'CHECKSUM', 'DATASUM', 'COMMENT', 'HISTORY', 'BLOCKED', 'EXTNAME',
                              'BZERO', 'BSCALE', 'ZDITHER0')
                      if c.keyword not in skip and not c.keyword.startswith('NAXIS'):
                          assert y.header[c.keyword] == c.value, (where, c)
                  for k in ('COMMENT', 'HISTORY'):
                      assert x.header.get(k, '') == y.header.get(k, ''), (where, k)
      """;

  @TempDir Path folder;
  private FitsOpener opener;

  @BeforeEach
  void open() {
    opener = new FitsOpener(new Folders(folder, folder));
  }

  @AfterEach
  void close() {
    opener.close();
  }

  private TestCall copy(String... words) throws Exception {
    TestCall call = TestCall.in(folder, words);
    assertThat(new FitsCopy(opener).run(call)).isEqualTo(Command.OK);
    return call;
  }

  private Path mixed() throws Exception {
    return FitsBuilder.primary(16, 300, 40)
        .card("BZERO", 32768)
        .card("BSCALE", 1)
        .card("OBSERVER", "O'Hara")
        .raw("LONG    = 'a text that goes on and on, longer than a card has room for, &'")
        .raw("CONTINUE  'goes on' / here")
        .raw("HIERARCH ESO TEL ID = 'UT4' / telescope")
        .raw("HISTORY made by hand")
        .data(24000, data -> fill(data, 1))
        .image("SCALED", 16, 50, 40, 3)
        .card("BSCALE", 0.5)
        .card("BZERO", 7.25)
        .data(12000, data -> fill(data, 2))
        .image("WIDE", 64, 20, 10)
        .data(1600, data -> fill(data, 3))
        .image("BYTES", 8, 99, 10)
        .data(990, data -> fill(data, 4))
        .image("LONGS", 32, 99, 10)
        .data(3960, data -> fill(data, 5))
        .table("BINTABLE", 4, 2, "X=J")
        .data(8, data -> data.putInt(1).putInt(2))
        .write(folder, "mixed.fits");
  }

  private static void fill(ByteBuffer data, int seed) {
    for (int i = 0; data.hasRemaining(); i++) {
      data.put((byte) (i % 3 == 0 ? i * i * seed : 0));
    }
  }

  @Test
  void packedAndUnpackedAgainNothingIsLost() throws Exception {
    Path mixed = mixed();
    copy("mixed.fits", "rice.fits", "--compress=rice");
    copy("mixed.fits", "gzip.fits", "--compress=gzip");
    copy("rice.fits", "plain.fits", "--compress=none");
    copy("rice.fits", "other.fits", "--compress=gzip");
    copy("mixed.fits", "same.fits");
    assertThat(folder.resolve("same.fits")).hasSameBinaryContentAs(mixed);
    assertThat(copy("plain.fits", "again.fits", "--compress=rice").lines()).hasSize(6);
    assertThat(folder.resolve("again.fits")).hasSameBinaryContentAs(folder.resolve("rice.fits"));
    Astropy.run(
        folder,
        COMPARE,
        Stream.of("rice", "gzip", "plain", "other")
            .flatMap(name -> Stream.of(mixed, folder.resolve(name + ".fits")))
            .toArray());
  }

  @Test
  void realExposuresAreWhatTheyWere() throws Exception {
    Path exposures = SharedData.folder("exposures");
    Path m13 = exposures.resolve("m13.fits");
    Path real = exposures.resolve("m13real_rice.fits");
    copy(m13.toString(), "m13.fz", "--compress=rice");
    copy("m13.fz", "m13.fits", "--compress=none");
    copy(real.toString(), "real.fits", "--compress=none");
    copy(real.toString(), "real.gz.fits", "--compress=gzip");
    copy(real.toString(), "real.fz", "--compress=rice");
    Astropy.run(
        folder,
        COMPARE,
        m13,
        folder.resolve("m13.fz"),
        m13,
        folder.resolve("m13.fits"),
        folder.resolve("real.fits"),
        folder.resolve("real.gz.fits"));
    assertThat(Files.size(folder.resolve("m13.fz"))).isLessThan(Files.size(m13));
    assertThat(folder.resolve("real.fz")).hasSameBinaryContentAs(real);
  }

  @Test
  void everyTiledVariantUnpacks() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(SharedData.folder("fits-tiles"))) {
      files = all.filter(f -> f.toString().endsWith(".fits")).sorted().toList();
    }
    Object[] pairs = new Object[2 * files.size()];
    for (int i = 0; i < files.size(); i++) {
      String name = "plain" + i + ".fits";
      copy(files.get(i).toString(), name, "--compress=none");
      pairs[2 * i] = files.get(i);
      pairs[2 * i + 1] = folder.resolve(name);
    }
    Astropy.run(
        folder,
        COMPARE.replace(
            "np.array_equal(x.data, y.data, equal_nan=True)",
            "np.allclose(x.data, y.data, rtol=1e-6, atol=0, equal_nan=True)"),
        pairs);
  }

  @Test
  void oneHduAlone() throws Exception {
    mixed();
    assertThat(copy("mixed.fits", "one.fits", "--hdu=1", "--json").printed())
        .contains("{\"hdu\":1,\"name\":\"SCALED\",\"type\":\"image\",\"written\":\"plain\"");
    copy("mixed.fits", "table.fits", "--hdu=5");
    copy("mixed.fits", "packed.fits", "--hdu=4", "--compress=gzip");
    try (Reading reading = new Reading(folder)) {
      assertThat(Reading.image(reading.open(folder.resolve("one.fits"))).planes()).isEqualTo(3);
      assertThat(reading.open(folder.resolve("table.fits")).parts()).hasSize(1);
      assertThat(Reading.image(reading.open(folder.resolve("packed.fits"))).width()).isEqualTo(99);
    }
  }

  @Test
  void mistakesAreExplained() throws Exception {
    Path mixed = mixed();
    byte[] before = Files.readAllBytes(mixed);
    assertThatThrownBy(() -> copy("mixed.fits", "x.fits", "--compress=zip"))
        .hasMessageContaining("rice, gzip or none");
    assertThatThrownBy(() -> copy("mixed.fits", "mixed.fits", "--force"))
        .hasMessageContaining("that is the input");
    assertThatThrownBy(() -> copy("mixed.fits", "gone/x.fits"))
        .hasMessageContaining("no such folder");
    assertThatThrownBy(() -> copy("mixed.fits", "x.fits", "--hdu=9"))
        .hasMessageContaining("no HDU 9");
    Files.writeString(folder.resolve("x.fits"), "kept");
    assertThatThrownBy(() -> copy("mixed.fits", "x.fits")).hasMessageContaining("--force");
    assertThat(folder.resolve("x.fits")).hasContent("kept");
    copy("mixed.fits", "x.fits", "--force");
    assertThat(folder.resolve("x.fits")).hasBinaryContent(before);

    TestCall gone = TestCall.in(folder, "mixed.fits", "y.fits", "--compress=rice");
    gone.cancel();
    assertThatThrownBy(() -> new FitsCopy(opener).run(gone)).hasMessageContaining("CANCELLED");
    assertThat(folder.resolve("y.fits")).doesNotExist();
    assertThat(folder.resolve("y.fits.part")).doesNotExist();
  }
}
