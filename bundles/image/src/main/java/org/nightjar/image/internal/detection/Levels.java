package org.nightjar.image.internal.detection;

/** Thresholds spaced exponentially from the detection threshold, level 0, towards the peak. */
record Levels(double threshold, double peak, int count) {

  /** The highest level whose threshold a value reaches. */
  int of(double value) {
    if (value <= threshold) {
      return 0;
    }
    double level = count * Math.log(value / threshold) / Math.log(peak / threshold);
    return (int) Math.min(count - 1, level);
  }

  double value(int level) {
    return threshold * Math.pow(peak / threshold, (double) level / count);
  }
}
