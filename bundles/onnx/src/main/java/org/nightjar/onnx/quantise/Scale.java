package org.nightjar.onnx.quantise;

/**
 * What the bytes from 0 to 255 stand for: {@code (byte - zero) * step}.
 *
 * <p>Source: Jacob et al. 2018, "Quantization and training of neural networks", equation 1; 0 is
 * always a byte, because padding is made of zeros.
 *
 * @param name of the values that share it
 */
record Scale(String name, float step, int zero) {
  /** Below this products of steps would leave the range of floats. */
  static final double LEAST_STEP = 0x1p-60;

  static Scale of(String name, Range range) {
    double low = Math.min(0, range.low());
    double high = Math.max(0, range.high());
    float step = high > low ? (float) Math.max(LEAST_STEP, (high - low) / 255) : 1;
    int zero = (int) Math.max(0, Math.min(255, Math.rint(-low / step)));
    return new Scale(name, step, zero);
  }
}
