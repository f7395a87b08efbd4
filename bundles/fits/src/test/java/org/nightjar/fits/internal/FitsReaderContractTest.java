package org.nightjar.fits.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.testkit.ReaderContract;

/** What every reader keeps, on generated files and, where they are, small real ones. */
class FitsReaderContractTest extends ReaderContract {
  private static final long SMALL = 150_000;

  @Override
  protected ProductReader reader(Path folder) {
    return new Reading(folder).reader();
  }

  @Override
  protected Map<String, byte[]> samples() throws Exception {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("images", images());
    samples.put("tables", tables());
    for (String real : List.of("fits-tiles", "exposures")) {
      Path folder = SharedData.ROOT.resolve(real);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files.filter(FitsReaderContractTest::small).sorted().forEach(file -> add(file, samples));
        }
      }
    }
    return samples;
  }

  private static boolean small(Path file) {
    return file.toString().endsWith(".fits") && file.toFile().length() < SMALL;
  }

  private static void add(Path file, Map<String, byte[]> samples) {
    try {
      samples.put(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] images() {
    return FitsBuilder.primary(16, 30, 20)
        .card("BZERO", 32768)
        .card("DATE-OBS", "2026-11-20T01:02:03")
        .card("RA", "10:11:12.5")
        .card("DEC", "-10:11:12.5")
        .data(1200, data -> {})
        .image("CCD1", -32, 10, 10, 2)
        .data(800, data -> {})
        .bytes();
  }

  private static byte[] tables() {
    byte[] rows = "   1   2.500".repeat(4).getBytes(StandardCharsets.US_ASCII);
    return FitsBuilder.primary(8)
        .end()
        .table("BINTABLE", 22, 10, "UNIQ=1K", "NAME=8A", "FLUX=1E", "N=1I")
        .data(220, data -> {})
        .table("TABLE", 12, 4, "A=I4", "B=F8.3")
        .card("TBCOL1", 1)
        .card("TBCOL2", 5)
        .data(48, data -> data.put(rows))
        .bytes();
  }
}
