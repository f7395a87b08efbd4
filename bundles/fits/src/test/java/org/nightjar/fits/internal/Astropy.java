package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Debian's astropy, which reads compressed images by cfitsio; tests skip where it is absent. */
public final class Astropy {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final int SECONDS = 300;

  private Astropy() {}

  /** Runs a program, its arguments in {@code sys.argv[1:]}. */
  public static void run(Path folder, String program, Object... arguments)
      throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(PYTHON) && python(folder, "import astropy.io.fits, numpy") == 0,
        "no " + PYTHON + " with astropy");
    int status = python(folder, program, arguments);
    assertThat(status).as(Files.readString(folder.resolve("python.log"))).isZero();
  }

  private static int python(Path folder, String program, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(PYTHON.toString());
    command.add("-c");
    command.add(program);
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("python.log").toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("astropy ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return process.exitValue();
  }

  /** What it reads of the first image of a file, as doubles. */
  static double[] read(Path file, Path folder) throws IOException, InterruptedException {
    Path pixels = folder.resolve("pixels");
    run(
        folder,
        """
        import sys
        from astropy.io import fits
        with fits.open(sys.argv[1]) as f:
            data = next(h.data for h in f if h.data is not None)
        data.astype('>f8').tofile(sys.argv[2])
        """,
        file,
        pixels);
    return doubles(pixels);
  }

  /** The big-endian doubles in a file. */
  static double[] doubles(Path file) throws IOException {
    DoubleBuffer values = ByteBuffer.wrap(Files.readAllBytes(file)).asDoubleBuffer();
    double[] doubles = new double[values.remaining()];
    values.get(doubles);
    return doubles;
  }
}
