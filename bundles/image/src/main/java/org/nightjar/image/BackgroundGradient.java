package org.nightjar.image;

import org.nightjar.image.internal.fit.Plane;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How the background changes over an image: a plane through the filtered meshes by least squares,
 * clipped at 3 sigma, and what is left of them without it.
 *
 * @param level the plane at the image's centre, in the image's unit, as are the others; NaN if the
 *     image has no good pixel
 * @param perPixelX slope along x, unit per pixel; 0 for a single column of meshes
 * @param perPixelY slope along y
 * @param amplitude the plane's highest minus its lowest value over the image
 * @param direction in which it rises, radians from +x towards +y, -pi to pi
 * @param structure root mean square of the meshes less the plane: large-scale structure
 * @param structureRange the highest less the lowest of these
 * @param noise the image's noise per pixel (global RMS), to compare with
 */
@ProviderType
public record BackgroundGradient(
    double level,
    double perPixelX,
    double perPixelY,
    double amplitude,
    double direction,
    double structure,
    double structureRange,
    double noise) {

  /** Of an image of the given size. */
  public static BackgroundGradient of(BackgroundMesh mesh) {
    int columns = mesh.columns();
    int meshes = columns * mesh.rows();
    double[] x = new double[meshes];
    double[] y = new double[meshes];
    double[] z = new double[meshes];
    for (int i = 0; i < meshes; i++) {
      x[i] = mesh.centreX(i % columns);
      y[i] = mesh.centreY(i / columns);
      z[i] = mesh.background(i % columns, i / columns);
    }
    Plane plane = Plane.through(x, y, z);
    double squares = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < meshes; i++) {
      double rest = z[i] - plane.at(x[i], y[i]);
      squares += rest * rest;
      least = Math.min(least, rest);
      most = Math.max(most, rest);
    }
    return new BackgroundGradient(
        plane.at((mesh.width() - 1) / 2.0, (mesh.height() - 1) / 2.0),
        plane.slopeX(),
        plane.slopeY(),
        Math.abs(plane.slopeX()) * (mesh.width() - 1)
            + Math.abs(plane.slopeY()) * (mesh.height() - 1),
        Math.atan2(plane.slopeY(), plane.slopeX()),
        Math.sqrt(squares / meshes),
        most - least,
        mesh.globalRms());
  }

  /** Amplitude over level; NaN where the level is not above 0 (background already subtracted). */
  public double relativeAmplitude() {
    return level > 0 ? amplitude / level : Double.NaN;
  }

  /** Structure over level; NaN where the level is not above 0. */
  public double relativeStructure() {
    return level > 0 ? structure / level : Double.NaN;
  }
}
