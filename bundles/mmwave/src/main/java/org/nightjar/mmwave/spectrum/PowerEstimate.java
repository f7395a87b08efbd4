package org.nightjar.mmwave.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.mmwave.fourier.FourierPlane;
import org.nightjar.mmwave.map.FlatPatch;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The power of a map in a range of multipoles.
 *
 * @param from lowest multipole
 * @param to highest multipole, excluded
 * @param ell mean multipole of the modes
 * @param power mean C_ell, uK^2 sr
 * @param modes independent real numbers that went in; the standard deviation of a Gaussian field's
 *     power is power sqrt(2 / modes)
 */
@ProviderType
public record PowerEstimate(double from, double to, double ell, double power, long modes) {

  /**
   * Measures auto power.
   *
   * @param plane modes of the map
   * @param patch of the map
   * @param edges rising multipoles; a bin from each to the next
   */
  public static List<PowerEstimate> of(FourierPlane plane, FlatPatch patch, double[] edges) {
    return of(plane, plane, patch, edges);
  }

  /** Measures the cross power of two maps of one patch. */
  public static List<PowerEstimate> of(
      FourierPlane plane, FourierPlane other, FlatPatch patch, double[] edges) {
    int bins = edges.length - 1;
    double[] power = new double[bins];
    double[] ells = new double[bins];
    long[] modes = new long[bins];
    float[] a = plane.values();
    float[] b = other.values();
    for (int row = 0; row < plane.height(); row++) {
      for (int column = 0; column < plane.columns(); column++) {
        double ell = patch.ell(column, plane.frequency(row));
        int bin = java.util.Arrays.binarySearch(edges, ell);
        bin = bin >= 0 ? bin : -bin - 2;
        if (bin < 0 || bin >= bins || (column == 0 && row == 0)) {
          continue;
        }
        int at = plane.index(column, row);
        int weight = plane.weight(column);
        power[bin] += weight * ((double) a[at] * b[at] + (double) a[at + 1] * b[at + 1]);
        ells[bin] += weight * ell;
        modes[bin] += weight;
      }
    }
    double norm = patch.pixelSteradians() / patch.pixels();
    List<PowerEstimate> result = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      if (modes[i] > 0) {
        result.add(
            new PowerEstimate(
                edges[i], edges[i + 1], ells[i] / modes[i], norm * power[i] / modes[i], modes[i]));
      }
    }
    return result;
  }
}
