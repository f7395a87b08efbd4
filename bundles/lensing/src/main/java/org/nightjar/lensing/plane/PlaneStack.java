package org.nightjar.lensing.plane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.lensing.distance.LensDistances;
import org.nightjar.lensing.mass.Derivatives;
import org.nightjar.lensing.mass.MassProfile;
import org.nightjar.lensing.mass.RayDeflector;
import org.nightjar.rendering.light.LightProfile;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Planes from near to far; the last one is the source's. theta_j = theta - sum over i<j of f_ij
 * alpha_i(theta_i), f_ij = D_ij D_s/(D_j D_is), alpha_i the reduced deflection for the source. The
 * matrix follows by the chain rule: A_j = 1 - sum of f_ij U_i A_i, U_i the second derivatives.
 * Arrival times: (1+z_i)/c D_i D_i+1/D_i,i+1 [(theta_i - theta_i+1)^2/2 - f_i,i+1 psi_i].
 *
 * <p>Sources: R. Blandford and R. Narayan, ApJ 310 (1986), 568; P. Schneider, J. Ehlers and E. E.
 * Falco, Gravitational Lenses (1992), equations 9.7, 9.16 and 9.24; M. Petkova, R. B. Metcalf and
 * C. Giocoli, MNRAS 445 (2014), 1954.
 *
 * <p>Immutable; may be used by any number of threads.
 */
@ProviderType
public final class PlaneStack {
  private final List<Plane> planes;
  private final double[][] factors;
  private final double[] days;
  private final RayDeflector[][] deflectors;

  private PlaneStack(List<Plane> planes, double[][] factors, double[] days) {
    this.planes = planes;
    this.factors = factors;
    this.days = days;
    this.deflectors = new RayDeflector[planes.size()][];
    for (int i = 0; i < deflectors.length; i++) {
      deflectors[i] =
          planes.get(i).mass().stream().map(MassProfile::deflector).toArray(RayDeflector[]::new);
    }
  }

  /**
   * One lens plane and one source plane, without distances: arrival times are not known.
   *
   * @param mass of the lens
   * @param lensLight what shines at the lens
   * @param sourceLight what shines behind it
   */
  public static PlaneStack single(
      List<MassProfile> mass, List<LightProfile> lensLight, List<LightProfile> sourceLight) {
    Plane lens = new Plane(Double.NaN, mass, lensLight);
    Plane source = new Plane(Double.NaN, List.of(), sourceLight);
    return new PlaneStack(
        List.of(lens, source), new double[][] {{0, 1}, {0, 0}}, new double[] {Double.NaN});
  }

  /**
   * Planes at their redshifts.
   *
   * @param all in any order, at least two; planes of one redshift are one plane. The farthest is
   *     the source's, for which all deflections are reduced; mass on it bends nothing
   * @throws IllegalArgumentException if there are fewer than two redshifts, or one is not above 0
   */
  public static PlaneStack of(List<Plane> all, Cosmology cosmology) {
    List<Plane> planes = merged(all);
    int count = planes.size();
    if (count < 2 || !(planes.get(0).redshift() > 0)) {
      throw new IllegalArgumentException(
          count + " planes: at least a lens and a source behind it, above redshift 0");
    }
    double[][] factors = new double[count][count];
    double[] days = new double[count - 1];
    double last = planes.get(count - 1).redshift();
    double toSource = cosmology.angularDiameterDistance(last);
    for (int i = 0; i < count - 1; i++) {
      double z = planes.get(i).redshift();
      double fromHere = cosmology.angularDiameterDistance(z, last);
      for (int j = i + 1; j < count; j++) {
        double there = planes.get(j).redshift();
        double between = cosmology.angularDiameterDistance(z, there);
        double to = cosmology.angularDiameterDistance(there);
        factors[i][j] = between * toSource / (to * fromHere);
      }
      factors[i][count - 1] = 1;
      LensDistances next = new LensDistances(cosmology, z, planes.get(i + 1).redshift());
      days[i] = next.daysPerSquareArcsecond();
    }
    return new PlaneStack(planes, factors, days);
  }

  /** The planes, from near to far. */
  public List<Plane> planes() {
    return planes;
  }

  /**
   * The stack that ends with a plane: where things on that plane are seen.
   *
   * @param last index of the plane, at least 1
   */
  public PlaneStack upTo(int last) {
    return new PlaneStack(planes.subList(0, last + 1), factors, days);
  }

  /** Whether there are redshifts, and so arrival times. */
  public boolean hasDistances() {
    return !Double.isNaN(days[0]);
  }

  /**
   * Follows a ray.
   *
   * @param x where it is seen, arcsec
   * @param y where it is seen, arcsec
   * @param ray what is filled
   */
  public void trace(double x, double y, Ray ray) {
    int count = planes.size();
    double[] state = new double[6 * count];
    double[] second = new double[3 * count];
    double[] bend = new double[2 * count];
    Derivatives sum = new Derivatives();
    for (int j = 0; j < count; j++) {
      double px = x;
      double py = y;
      double xx = 1;
      double xy = 0;
      double yx = 0;
      double yy = 1;
      for (int i = 0; i < j; i++) {
        double f = factors[i][j];
        int s = 6 * i;
        int u = 3 * i;
        px -= f * bend[2 * i];
        py -= f * bend[2 * i + 1];
        xx -= f * (second[u] * state[s + 2] + second[u + 1] * state[s + 4]);
        xy -= f * (second[u] * state[s + 3] + second[u + 1] * state[s + 5]);
        yx -= f * (second[u + 1] * state[s + 2] + second[u + 2] * state[s + 4]);
        yy -= f * (second[u + 1] * state[s + 3] + second[u + 2] * state[s + 5]);
      }
      if (j == count - 1) {
        ray.set(px, py, xx, xy, yx, yy);
        return;
      }
      sum.clear();
      for (MassProfile mass : planes.get(j).mass()) {
        mass.differentiate(px, py, sum);
      }
      bend[2 * j] = sum.x();
      bend[2 * j + 1] = sum.y();
      second[3 * j] = sum.xx();
      second[3 * j + 1] = sum.xy();
      second[3 * j + 2] = sum.yy();
      state[6 * j + 2] = xx;
      state[6 * j + 3] = xy;
      state[6 * j + 4] = yx;
      state[6 * j + 5] = yy;
    }
  }

  /**
   * Follows many rays to all planes, perhaps by tables: to 1e-7 arcsec.
   *
   * @param x where they are seen, arcsec
   * @param y where they are seen, arcsec
   * @param count how many
   * @param placesX where they meet each plane; row 0 may be {@code x} itself, and is not written
   * @param placesY the same
   */
  public void shoot(double[] x, double[] y, int count, double[][] placesX, double[][] placesY) {
    for (int j = 1; j < planes.size(); j++) {
      System.arraycopy(x, 0, placesX[j], 0, count);
      System.arraycopy(y, 0, placesY[j], 0, count);
      for (int i = 0; i < j; i++) {
        double[] atX = i == 0 ? x : placesX[i];
        double[] atY = i == 0 ? y : placesY[i];
        for (RayDeflector deflector : deflectors[i]) {
          deflector.subtract(atX, atY, count, factors[i][j], placesX[j], placesY[j]);
        }
      }
    }
  }

  /**
   * Arrival time of a ray, up to a constant that all rays of a source share.
   *
   * @param x where it is seen, arcsec
   * @param y where it is seen, arcsec
   * @return days; NaN without distances
   */
  public double arrival(double x, double y) {
    int count = planes.size();
    double[] places = new double[2 * count];
    double[] bend = new double[2 * count];
    Derivatives sum = new Derivatives();
    double arrival = 0;
    for (int j = 0; j < count; j++) {
      places[2 * j] = x;
      places[2 * j + 1] = y;
      for (int i = 0; i < j; i++) {
        places[2 * j] -= factors[i][j] * bend[2 * i];
        places[2 * j + 1] -= factors[i][j] * bend[2 * i + 1];
      }
      sum.clear();
      if (j < count - 1) {
        for (MassProfile mass : planes.get(j).mass()) {
          mass.deflect(places[2 * j], places[2 * j + 1], sum);
        }
      }
      bend[2 * j] = sum.x();
      bend[2 * j + 1] = sum.y();
      if (j > 0) {
        double dx = places[2 * j] - places[2 * j - 2];
        double dy = places[2 * j + 1] - places[2 * j - 1];
        double potential = potential(j - 1, places[2 * j - 2], places[2 * j - 1]);
        arrival += days[j - 1] * (0.5 * (dx * dx + dy * dy) - factors[j - 1][j] * potential);
      }
    }
    return arrival;
  }

  private double potential(int plane, double x, double y) {
    double sum = 0;
    for (MassProfile mass : planes.get(plane).mass()) {
      sum += mass.potential(x, y);
    }
    return sum;
  }

  private static List<Plane> merged(List<Plane> all) {
    List<Plane> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(Plane::redshift));
    List<Plane> merged = new ArrayList<>();
    for (Plane plane : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).redshift() == plane.redshift()) {
        List<MassProfile> mass = new ArrayList<>(merged.get(last).mass());
        mass.addAll(plane.mass());
        List<LightProfile> light = new ArrayList<>(merged.get(last).light());
        light.addAll(plane.light());
        merged.set(last, new Plane(plane.redshift(), mass, light));
      } else {
        merged.add(plane);
      }
    }
    return List.copyOf(merged);
  }
}
