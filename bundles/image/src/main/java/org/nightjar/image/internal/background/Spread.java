package org.nightjar.image.internal.background;

/** How many pixels lie within limits, their mean and standard deviation. */
record Spread(int count, double mean, double sigma) {

  /** Of the first {@code size} pixels that lie in [low, high]; all zero where there are none. */
  static Spread of(float[] pixels, int size, double low, double high) {
    double shift = pixels[0];
    float least = (float) low;
    float most = (float) high;
    // Two sums of each kind, so that no addition waits for the one before.
    int count = 0;
    double sum = 0;
    double squares = 0;
    double otherSum = 0;
    double otherSquares = 0;
    int i = 0;
    for (; i + 1 < size; i += 2) {
      float value = pixels[i];
      if (value >= least && value <= most) {
        double offset = value - shift;
        count++;
        sum += offset;
        squares += offset * offset;
      }
      float other = pixels[i + 1];
      if (other >= least && other <= most) {
        double offset = other - shift;
        count++;
        otherSum += offset;
        otherSquares += offset * offset;
      }
    }
    if (i < size && pixels[i] >= least && pixels[i] <= most) {
      double offset = pixels[i] - shift;
      count++;
      sum += offset;
      squares += offset * offset;
    }
    return count == 0
        ? new Spread(0, 0, 0)
        : of(count, shift, sum + otherSum, squares + otherSquares);
  }

  private static Spread of(int count, double shift, double sum, double squares) {
    double mean = sum / count;
    return new Spread(count, shift + mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
  }
}
