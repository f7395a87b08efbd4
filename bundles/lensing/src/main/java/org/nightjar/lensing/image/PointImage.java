package org.nightjar.lensing.image;

/**
 * An image of a point.
 *
 * @param x arcsec
 * @param y arcsec
 * @param magnification 1/det A, negative for saddle points
 * @param kind what it is on the surface of arrival times
 * @param delay days after the first image; 0 for the first; NaN without distances
 */
public record PointImage(double x, double y, double magnification, Kind kind, double delay) {
  /** What an image is on the surface of arrival times. */
  public enum Kind {
    /** Not turned around. */
    MINIMUM,
    /** Turned around along one axis: negative parity. */
    SADDLE,
    /** Turned around along both axes. */
    MAXIMUM
  }

  /** The flux of it, in the unit of the source's: its magnification without the sign. */
  public double flux(double sourceFlux) {
    return Math.abs(magnification) * sourceFlux;
  }
}
