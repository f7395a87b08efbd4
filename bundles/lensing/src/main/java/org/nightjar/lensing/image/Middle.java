package org.nightjar.lensing.image;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.lensing.mass.Centre;
import org.nightjar.lensing.mass.MassProfile;
import org.nightjar.lensing.plane.PlaneStack;
import org.nightjar.lensing.plane.Ray;

/**
 * The middle of a mass as it is seen, and how far it pulls images.
 *
 * @param x arcsec
 * @param y arcsec
 * @param singular whether images there are drowned
 * @param radius largest one within which the mean convergence is 1, or a small one if there is
 *     none; arcsec
 */
record Middle(double x, double y, boolean singular, double radius) {
  private static final double SAME = 1e-6;
  private static final double SMALLEST = 1e-3;
  private static final double LARGEST = 300;
  private static final double WEAK = 0.05;
  private static final double STEP = Math.sqrt(2);
  private static final int DIRECTIONS = 8;

  /** Radius of the disc around a singular middle in which images are drowned. */
  double disc() {
    return 1e-3 * radius;
  }

  /** The middles of all masses, seen through what is in front of them. */
  static List<Middle> of(PlaneStack stack) {
    List<Middle> middles = new ArrayList<>();
    for (int plane = 0; plane < stack.planes().size() - 1; plane++) {
      for (MassProfile mass : stack.planes().get(plane).mass()) {
        if (mass.centre().isPresent()) {
          Centre centre = mass.centre().get();
          for (double[] place : seen(stack, plane, centre)) {
            add(middles, stack, place, centre.singular());
          }
        }
      }
    }
    return middles;
  }

  private static List<double[]> seen(PlaneStack stack, int plane, Centre centre) {
    List<double[]> places = new ArrayList<>();
    boolean clear = stack.planes().subList(0, plane).stream().allMatch(p -> p.mass().isEmpty());
    if (clear) {
      places.add(new double[] {centre.x(), centre.y()});
      return places;
    }
    Images images = new LensEquation(stack.upTo(plane)).solve(centre.x(), centre.y());
    images.bright().forEach(i -> places.add(new double[] {i.x(), i.y()}));
    return places;
  }

  private static void add(
      List<Middle> middles, PlaneStack stack, double[] place, boolean singular) {
    for (int i = 0; i < middles.size(); i++) {
      Middle other = middles.get(i);
      if (Math.hypot(other.x - place[0], other.y - place[1]) < SAME) {
        middles.set(i, new Middle(other.x, other.y, other.singular || singular, other.radius));
        return;
      }
    }
    middles.add(new Middle(place[0], place[1], singular, pull(stack, place[0], place[1])));
  }

  private static double pull(PlaneStack stack, double x, double y) {
    Ray ray = new Ray();
    for (double r = LARGEST; r > SMALLEST; r /= STEP) {
      double inward = 0;
      for (int i = 0; i < DIRECTIONS; i++) {
        double cos = Math.cos(2 * Math.PI * i / DIRECTIONS);
        double sin = Math.sin(2 * Math.PI * i / DIRECTIONS);
        stack.trace(x + r * cos, y + r * sin, ray);
        inward += ((x + r * cos - ray.x()) * cos + (y + r * sin - ray.y()) * sin) / r;
      }
      if (inward >= DIRECTIONS) {
        return r;
      }
    }
    return WEAK;
  }
}
