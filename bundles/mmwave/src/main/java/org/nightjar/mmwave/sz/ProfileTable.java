package org.nightjar.mmwave.sz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Projected profiles of a model, tabulated over mass and redshift: what is slow to integrate and
 * changes little, the shape, is interpolated; amplitude and size come from the model itself. The
 * grid, equal steps in ln M and ln(1+z), is halved along each axis until the shapes half way
 * between nodes depart from interpolated ones by less than the tolerance of the central value.
 *
 * <p>A shape has {@value #NODES} + 1 values at equal steps of the cube root of the radius over the
 * cut: the middle, where profiles are steep, is well sampled. May be used by any number of threads.
 */
@ProviderType
public final class ProfileTable {
  /** Steps of a shape. */
  public static final int NODES = 96;

  private static final int LARGEST_GRID = 129;

  private final ProfileModel model;
  private final double[] massAxis;
  private final double[] redshiftAxis;
  private final float[][][] shapes;
  private final double error;

  private ProfileTable(
      ProfileModel model, double[] masses, double[] redshifts, float[][][] shapes, double error) {
    this.model = model;
    this.massAxis = masses;
    this.redshiftAxis = redshifts;
    this.shapes = shapes;
    this.error = error;
  }

  /**
   * Tabulates.
   *
   * @param lowMass lowest M500, solar masses
   * @param highMass highest M500; masses and redshifts outside are integrated one by one
   * @param lowRedshift lowest
   * @param highRedshift highest
   * @param tolerance of the shape, of its central value, such as 1e-3
   */
  public static ProfileTable of(
      ProfileModel model,
      double lowMass,
      double highMass,
      double lowRedshift,
      double highRedshift,
      double tolerance) {
    if (!(lowMass > 0 && highMass > lowMass && lowRedshift >= 0 && highRedshift > lowRedshift)) {
      throw new IllegalArgumentException("masses and redshifts must rise");
    }
    Shapes known = new Shapes(model);
    int masses = 2;
    int redshifts = 2;
    while (true) {
      double[] massAxis = axis(Math.log(lowMass), Math.log(highMass), masses);
      double[] redshiftAxis = axis(Math.log1p(lowRedshift), Math.log1p(highRedshift), redshifts);
      float[][][] shapes = new float[masses][redshifts][];
      for (int i = 0; i < masses; i++) {
        for (int j = 0; j < redshifts; j++) {
          shapes[i][j] = known.at(massAxis[i], redshiftAxis[j]);
        }
      }
      ProfileTable table = new ProfileTable(model, massAxis, redshiftAxis, shapes, tolerance);
      double byMass = table.worst(known, 2, 1);
      double byRedshift = table.worst(known, 1, 2);
      boolean moreMasses = byMass > tolerance / 2 && masses < LARGEST_GRID;
      boolean moreRedshifts = byRedshift > tolerance / 2 && redshifts < LARGEST_GRID;
      if (!moreMasses && !moreRedshifts) {
        return new ProfileTable(model, massAxis, redshiftAxis, shapes, byMass + byRedshift);
      }
      masses = moreMasses ? 2 * masses - 1 : masses;
      redshifts = moreRedshifts ? 2 * redshifts - 1 : redshifts;
    }
  }

  private static double[] axis(double low, double high, int count) {
    double[] axis = new double[count];
    for (int i = 0; i < count; i++) {
      axis[i] = low + (high - low) * i / (count - 1);
    }
    return axis;
  }

  /** Columns over amplitude and scale. */
  private static float[] shape(Gnfw profile) {
    float[] shape = new float[NODES + 1];
    double norm = 1 / (profile.amplitude() * profile.scale());
    for (int i = 0; i <= NODES; i++) {
      double s = (double) i / NODES;
      shape[i] = (float) (norm * LineOfSight.column(profile, profile.cut() * s * s * s));
    }
    return shape;
  }

  /**
   * The largest departure between nodes.
   *
   * @param finerMasses 2 to look half way between masses, 1 to look at nodes
   * @param finerRedshifts the same for redshifts
   */
  private double worst(Shapes known, int finerMasses, int finerRedshifts) {
    double[] masses = finer(massAxis, finerMasses);
    double[] redshifts = finer(redshiftAxis, finerRedshifts);
    double worst = 0;
    for (int i = finerMasses - 1; i < masses.length; i += finerMasses) {
      for (int j = finerRedshifts - 1; j < redshifts.length; j += finerRedshifts) {
        float[] truth = known.at(masses[i], redshifts[j]);
        float[] guess = interpolated(masses[i], redshifts[j]);
        for (int k = 0; k <= NODES; k++) {
          worst = Math.max(worst, Math.abs(truth[k] - guess[k]) / truth[0]);
        }
      }
    }
    return worst;
  }

  /** The axis of a grid with half the steps, bit for bit as {@link #axis} makes it. */
  private static double[] finer(double[] axis, int factor) {
    return axis(axis[0], axis[axis.length - 1], factor * (axis.length - 1) + 1);
  }

  private float[] interpolated(double lnMass, double lnRedshift) {
    double i = place(massAxis, lnMass);
    double j = place(redshiftAxis, lnRedshift);
    int i0 = (int) Math.min(massAxis.length - 2, i);
    int j0 = (int) Math.min(redshiftAxis.length - 2, j);
    float a = (float) (i - i0);
    float b = (float) (j - j0);
    float[] result = new float[NODES + 1];
    for (int k = 0; k <= NODES; k++) {
      float low = shapes[i0][j0][k] * (1 - a) + shapes[i0 + 1][j0][k] * a;
      float high = shapes[i0][j0 + 1][k] * (1 - a) + shapes[i0 + 1][j0 + 1][k] * a;
      result[k] = low * (1 - b) + high * b;
    }
    return result;
  }

  private static double place(double[] axis, double value) {
    return (value - axis[0]) / (axis[1] - axis[0]);
  }

  /** The largest error of a shape that was seen while the grid was made, of the central value. */
  public double error() {
    return error;
  }

  /** How many nodes the grid has. */
  public int size() {
    return massAxis.length * redshiftAxis.length;
  }

  /**
   * The projected profile of a cluster.
   *
   * @param mass M500, solar masses
   * @param z redshift
   * @param factor on all values
   */
  public RadialProfile at(double mass, double z, double factor) {
    Gnfw profile = model.at(mass, z);
    double lnMass = Math.log(mass);
    double lnRedshift = Math.log1p(z);
    boolean inside =
        lnMass >= massAxis[0]
            && lnMass <= massAxis[massAxis.length - 1]
            && lnRedshift >= redshiftAxis[0]
            && lnRedshift <= redshiftAxis[redshiftAxis.length - 1];
    float[] values = inside ? interpolated(lnMass, lnRedshift) : shape(profile);
    float scale = (float) (factor * profile.amplitude() * profile.scale());
    for (int k = 0; k <= NODES; k++) {
      values[k] *= scale;
    }
    return new RadialProfile(values, profile.cut());
  }

  /** Shapes that were integrated already: what lies between nodes is a node of the next grid. */
  private static final class Shapes {
    private final ProfileModel model;
    private final Map<List<Double>, float[]> known = new HashMap<>();

    Shapes(ProfileModel model) {
      this.model = model;
    }

    float[] at(double lnMass, double lnRedshift) {
      return known.computeIfAbsent(
          List.of(lnMass, lnRedshift),
          key -> shape(model.at(Math.exp(lnMass), Math.expm1(lnRedshift))));
    }
  }
}
