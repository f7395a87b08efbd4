package org.nightjar.sky.internal.distortion;

/** A smooth change of plane coordinates, in place and without allocation. */
public interface Distortion {
  /** Changes nothing. */
  Distortion NONE =
      new Distortion() {
        @Override
        public void apply(double[] plane) {}

        @Override
        public void remove(double[] plane) {}
      };

  /** Replaces measured coordinates by true ones. */
  void apply(double[] plane);

  /** Replaces true coordinates by measured ones; NaN where there are none. */
  void remove(double[] plane);
}
