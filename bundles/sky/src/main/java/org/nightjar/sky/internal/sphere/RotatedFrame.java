package org.nightjar.sky.internal.sphere;

/** A frame that differs from the ICRS by a rotation (or any other linear map). */
public final class RotatedFrame implements Frame {
  /** The ICRS itself. */
  public static final RotatedFrame ICRS = new RotatedFrame(Matrix3.IDENTITY);

  private final Matrix3 toIcrs;
  private final Matrix3 fromIcrs;

  /** A frame whose directions this matrix turns into ICRS ones. */
  public RotatedFrame(Matrix3 toIcrs) {
    this.toIcrs = toIcrs;
    this.fromIcrs = toIcrs.inverse();
  }

  @Override
  public void toIcrs(double[] vector) {
    toIcrs.apply(vector);
  }

  @Override
  public void fromIcrs(double[] vector) {
    fromIcrs.apply(vector);
  }
}
