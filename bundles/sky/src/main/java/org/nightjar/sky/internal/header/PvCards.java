package org.nightjar.sky.internal.header;

import java.util.Arrays;
import org.nightjar.api.error.NightjarException;
import org.nightjar.sky.internal.distortion.Tpv;

/** PVi_m of the two celestial axes, NaN where absent. */
final class PvCards {
  private final double[] longitude;
  private final double[] latitude;
  private int lastOfLongitude = -1;

  PvCards(Cards cards, CelestialAxes axes) throws NightjarException {
    this.longitude = read(cards, axes.longitude());
    this.latitude = read(cards, axes.latitude());
    for (int m = 0; m < longitude.length; m++) {
      lastOfLongitude = Double.isNaN(longitude[m]) ? lastOfLongitude : m;
    }
  }

  private static double[] read(Cards cards, int axis) throws NightjarException {
    double[] values = new double[Tpv.TERMS];
    for (int m = 0; m < values.length; m++) {
      values[m] = cards.number("PV" + axis + "_" + m, Double.NaN);
    }
    return values;
  }

  double[] ofLongitude() {
    return longitude.clone();
  }

  double[] ofLatitude() {
    return latitude.clone();
  }

  double ofLongitude(int m, double missing) {
    return Double.isNaN(longitude[m]) ? missing : longitude[m];
  }

  /**
   * Whether these are distortion terms if the projection is TAN, which has no parameters: SCAMP
   * writes them so. PV1_0 to PV1_4 alone have a meaning of their own.
   */
  boolean areDistortion() {
    return lastOfLongitude > 4 || Arrays.stream(latitude).anyMatch(value -> !Double.isNaN(value));
  }
}
