package org.nightjar.mmwave.spectrum;

import org.nightjar.mmwave.fourier.FourierPlane;
import org.nightjar.mmwave.fourier.Loop;
import org.nightjar.mmwave.map.FlatPatch;
import org.nightjar.statistics.random.Philox;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Draws Gaussian fluctuations of a given power on a periodic patch, mode by mode: {@code <|F|^2> =
 * C_ell N / Omega_pixel} with N pixels. The numbers of mode (kx, ky) depend on the stream and on kx
 * and ky alone, so that neither threads nor chunks nor the number of pixels matter: a finer grid of
 * the same patch has the same large waves.
 *
 * <p>The mean of the patch is zero: a flat patch has no mode for what is larger than itself.
 */
@ProviderType
public final class GaussianField {
  private GaussianField() {}

  /**
   * Draws a field.
   *
   * @param patch on which; periodic
   * @param spectrum power by multipole, uK^2 sr
   * @param stream of random numbers; copied, so that it stays where it is
   * @param loop where rows are worked on
   * @return modes whose inverse transform is the map in uK
   */
  public static FourierPlane draw(
      FlatPatch patch, AngularSpectrum spectrum, Philox stream, Loop loop) {
    FourierPlane plane = FourierPlane.of(patch.width(), patch.height());
    loop.run(
        patch.height(),
        row -> {
          Philox random = stream.copy();
          for (int column = 0; column < plane.columns(); column++) {
            mode(plane, patch, spectrum, random, column, row);
          }
        });
    return plane;
  }

  private static void mode(
      FourierPlane plane,
      FlatPatch patch,
      AngularSpectrum spectrum,
      Philox random,
      int column,
      int row) {
    int ky = plane.frequency(row);
    if (column == 0 && ky == 0) {
      return;
    }
    double power = spectrum.at(patch.ell(column, ky));
    if (power == 0) {
      return;
    }
    double scale = Math.sqrt(power * patch.pixels() / patch.pixelSteradians());
    boolean edge = plane.weight(column) == 1;
    boolean ownRow = ky == 0 || 2 * ky == patch.height();
    // In the outer columns, the opposite mode is kept too, and must be the conjugate.
    boolean mirrored = edge && ky < 0;
    random.at(((long) column << 32) | ((mirrored ? -ky : ky) & 0xFFFFFFFFL));
    int at = plane.index(column, row);
    if (edge && ownRow) {
      plane.values()[at] = (float) (scale * random.nextGaussian());
      return;
    }
    scale *= Math.sqrt(0.5);
    plane.values()[at] = (float) (scale * random.nextGaussian());
    float imaginary = (float) (scale * random.nextGaussian());
    plane.values()[at + 1] = mirrored ? -imaginary : imaginary;
  }
}
