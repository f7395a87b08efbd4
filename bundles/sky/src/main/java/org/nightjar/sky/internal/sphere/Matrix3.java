package org.nightjar.sky.internal.sphere;

/** A 3 x 3 matrix that acts on direction vectors. */
public final class Matrix3 {
  /** Changes nothing. */
  public static final Matrix3 IDENTITY = new Matrix3(1, 0, 0, 0, 1, 0, 0, 0, 1);

  private final double[] m;

  /** A matrix from its elements, row by row. */
  public Matrix3(double... rows) {
    if (rows.length != 9) {
      throw new IllegalArgumentException("a 3 x 3 matrix has 9 elements, not " + rows.length);
    }
    this.m = rows.clone();
  }

  /** Turns the axes about the third one, from the first towards the second; radians. */
  public static Matrix3 aboutZ(double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new Matrix3(c, s, 0, -s, c, 0, 0, 0, 1);
  }

  /** Turns the axes about the second one, from the third towards the first; radians. */
  public static Matrix3 aboutY(double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new Matrix3(c, 0, -s, 0, 1, 0, s, 0, c);
  }

  /** Turns the axes about the first one, from the second towards the third; radians. */
  public static Matrix3 aboutX(double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new Matrix3(1, 0, 0, 0, c, s, 0, -s, c);
  }

  /** The matrix that acts as {@code first}, then as this one. */
  public Matrix3 after(Matrix3 first) {
    double[] product = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int k = 0; k < 3; k++) {
          product[3 * row + column] += m[3 * row + k] * first.m[3 * k + column];
        }
      }
    }
    return new Matrix3(product);
  }

  /** The sum of two matrices, element by element. */
  public Matrix3 plus(Matrix3 other) {
    double[] sum = m.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.m[i];
    }
    return new Matrix3(sum);
  }

  /** The matrix that undoes a rotation. */
  public Matrix3 transposed() {
    return new Matrix3(m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]);
  }

  /** The matrix that undoes this one; this one must not be singular. */
  public Matrix3 inverse() {
    double a = m[4] * m[8] - m[5] * m[7];
    double b = m[5] * m[6] - m[3] * m[8];
    double c = m[3] * m[7] - m[4] * m[6];
    double d = m[0] * a + m[1] * b + m[2] * c;
    return new Matrix3(
        a / d,
        (m[2] * m[7] - m[1] * m[8]) / d,
        (m[1] * m[5] - m[2] * m[4]) / d,
        b / d,
        (m[0] * m[8] - m[2] * m[6]) / d,
        (m[2] * m[3] - m[0] * m[5]) / d,
        c / d,
        (m[1] * m[6] - m[0] * m[7]) / d,
        (m[0] * m[4] - m[1] * m[3]) / d);
  }

  /** Replaces a vector by its image. */
  public void apply(double[] v) {
    double x = v[0];
    double y = v[1];
    double z = v[2];
    v[0] = m[0] * x + m[1] * y + m[2] * z;
    v[1] = m[3] * x + m[4] * y + m[5] * z;
    v[2] = m[6] * x + m[7] * y + m[8] * z;
  }
}
