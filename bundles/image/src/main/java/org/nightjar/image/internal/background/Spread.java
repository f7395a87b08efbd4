package org.nightjar.image.internal.background;

/** How many pixels lie within limits, their mean and standard deviation. */
record Spread(int count, double mean, double sigma) {

  /** Of the first {@code size} pixels that lie in [low, high]; all zero where there are none. */
  static Spread of(float[] pixels, int size, double low, double high) {
    double shift = pixels[0];
    int count = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double value = pixels[i];
      if (value >= low && value <= high) {
        double offset = value - shift;
        count++;
        sum += offset;
        squares += offset * offset;
      }
    }
    if (count == 0) {
      return new Spread(0, 0, 0);
    }
    double mean = sum / count;
    return new Spread(count, shift + mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
  }
}
