package org.nightjar.image.internal.background;

/** Background and noise of one mesh; NaN where the mesh has too few good pixels. */
record MeshValue(double background, double rms) {

  static final MeshValue UNKNOWN = new MeshValue(Double.NaN, Double.NaN);
}
