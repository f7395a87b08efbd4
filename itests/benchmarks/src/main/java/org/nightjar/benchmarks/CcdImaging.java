package org.nightjar.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.fits.internal.write.FitsMaskWriter;
import org.nightjar.imaging.internal.Imaging;
import org.nightjar.imaging.internal.ImagingSettings;
import org.nightjar.testkit.TestContext;
import org.nightjar.testkit.TestPlatform;
import org.nightjar.testkit.TestSettings;

/**
 * The whole task imaging on a CCD of 2048 x 4096 pixels, from the file to the report with mask and
 * picture, against source-extractor from the same file to a catalogue.
 */
final class CcdImaging {
  private static final String PARAMETERS =
      """
      NUMBER
      X_IMAGE
      Y_IMAGE
      FLUX_ISO
      FLUX_AUTO
      A_IMAGE
      B_IMAGE
      THETA_IMAGE
      FWHM_IMAGE
      ELLIPTICITY
      FLAGS
      """;
  private static final String KERNEL =
      """
      CONV NORM
      1 2 1
      2 4 2
      1 2 1
      """;

  private final Path folder;
  private final Path file;
  private final FitsFiles files;
  private final Imaging task =
      new Imaging(TestSettings.defaults(ImagingSettings.class), new FitsMaskWriter());

  private CcdImaging(Path folder, Path file, FitsFiles files) {
    this.folder = folder;
    this.file = file;
    this.files = files;
  }

  static Optional<Contest> contest(Path folder, Path file, FitsFiles files) throws Exception {
    if (!Child.present("source-extractor")) {
      return Optional.empty();
    }
    Files.writeString(folder.resolve("bench.param"), PARAMETERS);
    Files.writeString(folder.resolve("bench.conv"), KERNEL);
    CcdImaging imaging = new CcdImaging(folder, file, files);
    return Optional.of(
        new Contest(
            "imaging of a 2k x 4k CCD",
            "exposures",
            Contestant.here("Nightjar", imaging::ours),
            Map.of(imaging.new Extractor(), 2.0)));
  }

  private double ours() throws Exception {
    Path scratch = Files.createTempDirectory(folder, "task");
    try (Product product = files.open(file)) {
      TestContext context = TestPlatform.in(scratch).context(product);
      Report report = task.examine(product, context);
      if (!report.measurements().containsKey("sources")) {
        throw new IllegalStateException("nothing was measured: " + report);
      }
    }
    return 1;
  }

  private final class Extractor implements Contestant {
    @Override
    public String name() {
      return "source-extractor";
    }

    @Override
    public Effort work(double cpuSeconds) throws Exception {
      double units = 0;
      double spent = 0;
      do {
        spent +=
            Child.cpuSeconds(
                folder,
                "source-extractor "
                    + file
                    + " -CATALOG_NAME bench.cat -PARAMETERS_NAME bench.param -FILTER_NAME bench.conv"
                    + " -BACK_SIZE 64 -DETECT_THRESH 1.5 -DETECT_MINAREA 5 -SATUR_LEVEL 60000");
        units++;
      } while (spent < cpuSeconds);
      return new Effort(units, spent);
    }
  }
}
