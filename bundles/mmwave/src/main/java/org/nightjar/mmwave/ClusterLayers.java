package org.nightjar.mmwave;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.mmwave.band.Band;
import org.nightjar.mmwave.band.Blackbody;
import org.nightjar.mmwave.internal.paint.GridSmoothing;
import org.nightjar.mmwave.internal.paint.ProfilePainter;
import org.nightjar.mmwave.map.FlatPatch;
import org.nightjar.mmwave.map.PatchPoint;
import org.nightjar.mmwave.sz.Cluster;
import org.nightjar.mmwave.sz.ClusterPhysics;
import org.nightjar.mmwave.sz.ClusterSignal;
import org.nightjar.mmwave.sz.RadialProfile;
import org.nightjar.mmwave.sz.SzSpectrum;

/**
 * The maps that clusters are made of: any band is a sum of them, so that clusters are painted once.
 * y; with relativity y theta and y theta^2; with gas the kinetic effect in uK. All smoothed for the
 * grid.
 */
final class ClusterLayers {
  private static final double LIGHT = 299792.458;
  private static final double ARCMIN2 = Math.pow(Math.PI / 180 / 60, 2);

  private final MapRequest request;
  private final FlatPatch grid;
  private final List<float[]> layers = new ArrayList<>();
  private final List<TruthRecord> truth = new ArrayList<>();

  private ClusterLayers(MapRequest request) {
    this.request = request;
    grid = request.grid();
  }

  /** Paints the request's clusters. */
  static ClusterLayers paint(MapRequest request) {
    ClusterLayers result = new ClusterLayers(request);
    ClusterPhysics physics = request.physics();
    int count = 1 + (physics.relativistic() ? 2 : 0) + (physics.kinetic() ? 1 : 0);
    for (int i = 0; i < count; i++) {
      result.layers.add(new float[result.grid.pixels()]);
    }
    request.clusters().forEach(result::add);
    return result;
  }

  /** The layers, y first. */
  List<float[]> layers() {
    return layers;
  }

  /** Clusters whose centre is in the patch. */
  List<TruthRecord> truth() {
    return truth;
  }

  /** What each layer is multiplied with in a band. */
  static double[] factors(ClusterPhysics physics, Band band) {
    List<Double> factors = new ArrayList<>();
    factors.add(SzSpectrum.microkelvin(band.bandpass()));
    if (physics.relativistic()) {
      factors.add(SzSpectrum.firstMicrokelvin(band.bandpass()));
      factors.add(SzSpectrum.secondMicrokelvin(band.bandpass()));
    }
    if (physics.kinetic()) {
      factors.add(1.0);
    }
    return factors.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void add(Cluster cluster) {
    Optional<PatchPoint> place = grid.pixel(cluster.ra(), cluster.dec());
    if (place.isEmpty()) {
      return;
    }
    ClusterPhysics physics = request.physics();
    ClusterSignal signal = physics.signal(cluster);
    double perArcmin = 1 / grid.pixelArcmin();
    double x = place.get().x();
    double y = place.get().y();
    ProfilePainter painter = new ProfilePainter(grid.width(), grid.height());
    float[] compton = layers.get(0);
    RadialProfile pressure = GridSmoothing.of(signal.compton().stretched(perArcmin));
    double theta = signal.temperature() / SzSpectrum.ELECTRON;
    if (physics.relativistic()) {
      float[] first = layers.get(1);
      float[] second = layers.get(2);
      painter.paint(
          pressure,
          x,
          y,
          (index, value) -> {
            compton[index] += (float) value;
            first[index] += (float) (value * theta);
            second[index] += (float) (value * theta * theta);
          });
    } else {
      painter.paint(pressure, x, y, (index, value) -> compton[index] += (float) value);
    }
    if (physics.kinetic() && cluster.velocity() != 0) {
      float[] kinetic = layers.get(layers.size() - 1);
      // Receding gas cools the background.
      double factor = -1e6 * Blackbody.TEMPERATURE * cluster.velocity() / LIGHT;
      painter.paint(
          GridSmoothing.of(signal.depth().stretched(perArcmin)),
          x,
          y,
          (index, value) -> kinetic[index] += (float) (factor * value));
    }
    record(cluster, signal, x - request.margin(), y - request.margin());
  }

  private void record(Cluster cluster, ClusterSignal signal, double x, double y) {
    FlatPatch patch = request.patch();
    if (x < -0.5 || y < -0.5 || x >= patch.width() - 0.5 || y >= patch.height() - 0.5) {
      return;
    }
    double theta = signal.temperature() / SzSpectrum.ELECTRON;
    double[] milliJansky = new double[request.bands().size()];
    for (int i = 0; i < milliJansky.length; i++) {
      Band band = request.bands().get(i);
      double[] factors = factors(request.physics(), band);
      double microkelvin = factors[0];
      if (request.physics().relativistic()) {
        microkelvin += theta * (factors[1] + theta * factors[2]);
      }
      milliJansky[i] =
          signal.y500()
              * ARCMIN2
              * microkelvin
              * 1e-3
              * Blackbody.perKelvin(band.bandpass().centre());
    }
    truth.add(
        new TruthRecord(
            TruthKind.CLUSTER,
            cluster.id(),
            cluster.ra(),
            cluster.dec(),
            x,
            y,
            cluster.mass(),
            cluster.z(),
            signal.y500(),
            signal.theta500(),
            signal.compton().at(0),
            milliJansky));
  }
}
