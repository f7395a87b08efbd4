package org.nightjar.sky.internal.projection;

/**
 * A map projection of Calabretta & Greisen (2002, A&A 395, 1077, "Paper II"), without allocation.
 *
 * <p>Native directions are unit vectors (cos theta cos phi, cos theta sin phi, sin theta); the
 * plane is in radians (the paper's x and y times pi/180). Where there is no answer, both methods
 * give NaN.
 */
public interface Projection {
  /** Turns {@code plane} (x, y) into the native {@code vector}. */
  void toSphere(double[] plane, double[] vector);

  /** Turns the native {@code vector} into {@code plane} (x, y). */
  void toPlane(double[] vector, double[] plane);

  /** Native latitude of the reference point, radians: table 13 of the paper. */
  default double theta0() {
    return 0;
  }
}
