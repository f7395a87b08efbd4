package org.nightjar.benchmarks;

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nom.tam.fits.Fits;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;

/**
 * A Rice-compressed, dithered float image whole into a float array: our decoder against
 * nom-tam-fits and, where it is installed, cfitsio through astropy. astropy writes the file.
 */
final class RiceImages {
  /** Debian's own Python is the one that has Debian's astropy. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final String WRITE =
      """
      import sys
      from astropy.io import fits
      data = fits.getdata(sys.argv[1])
      fits.CompImageHDU(data, compression_type='RICE_1', quantize_level=16.0, quantize_method=1,
                        dither_seed=1).writeto(sys.argv[2], overwrite=True)
      """;
  private static final String READ =
      """
      import sys, time
      from astropy.io import fits
      least = float(sys.argv[2])
      def once():
          with fits.open(sys.argv[1], memmap=False) as f:
              return float(f[1].data[0, 0])
      once()
      start = time.process_time()
      n = 0
      while time.process_time() - start < least:
          once()
          n += 1
      print(n, time.process_time() - start)
      """;

  private final Path folder;
  private final Path file;
  private final FitsFiles files;
  private final float[] pixels = new float[Frames.WIDTH * Frames.HEIGHT];
  private double check;

  private RiceImages(Path folder, Path file, FitsFiles files) {
    this.folder = folder;
    this.file = file;
    this.files = files;
  }

  /** The file, if there is somebody to write it. */
  static Optional<Path> packed(Path folder, Path plain) throws Exception {
    if (!astropy(folder)) {
      return Optional.empty();
    }
    Path packed = folder.resolve("rice.fits");
    Child.output(folder, List.of(PYTHON, "-c", WRITE, plain.toString(), packed.toString()));
    return Optional.of(packed);
  }

  private static boolean astropy(Path folder) throws Exception {
    return Files.isExecutable(Path.of(PYTHON))
        && Child.output(folder, List.of("sh", "-c", PYTHON + " -c 'import astropy' || echo none"))
            .isBlank();
  }

  static Contest contest(Path folder, Path packed, FitsFiles files) {
    RiceImages images = new RiceImages(folder, packed, files);
    Map<Contestant, Double> peers = new LinkedHashMap<>();
    peers.put(Contestant.here("nom-tam-fits", images::nomTam), 2.0);
    peers.put(images.new Astropy(), 1.0);
    return new Contest(
        "Rice float image", "Mpixel", Contestant.here("Nightjar", images::ours), peers);
  }

  /** Opens the file anew each time, as the peers do: nothing decoded before may count. */
  private double ours() throws Exception {
    try (Product product = files.open(file)) {
      ImagePart image = FitsFiles.image(product);
      image.read(image.region(), FloatBuffer.wrap(pixels));
    }
    check += pixels[0];
    return pixels.length / 1e6;
  }

  private double nomTam() throws Exception {
    try (Fits fits = new Fits(file.toFile())) {
      CompressedImageHDU hdu = (CompressedImageHDU) fits.getHDU(1);
      float[][] rows = (float[][]) hdu.asImageHDU().getKernel();
      check += rows[0][0];
    }
    return pixels.length / 1e6;
  }

  double check() {
    return check;
  }

  private final class Astropy implements Contestant {
    @Override
    public String name() {
      return "cfitsio through astropy";
    }

    @Override
    public Effort work(double cpuSeconds) throws Exception {
      String[] said =
          Child.output(
                  folder, List.of(PYTHON, "-c", READ, file.toString(), String.valueOf(cpuSeconds)))
              .strip()
              .split("\\s+");
      return new Effort(
          Integer.parseInt(said[0]) * pixels.length / 1e6, Double.parseDouble(said[1]));
    }
  }
}
