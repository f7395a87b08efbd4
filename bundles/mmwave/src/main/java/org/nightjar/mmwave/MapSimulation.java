package org.nightjar.mmwave;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.mmwave.band.Band;
import org.nightjar.mmwave.fourier.FourierPlane;
import org.nightjar.mmwave.fourier.Loop;
import org.nightjar.mmwave.fourier.RealFft2;
import org.nightjar.mmwave.internal.paint.PointGrid;
import org.nightjar.mmwave.map.FlatPatch;
import org.nightjar.mmwave.map.PatchMap;
import org.nightjar.mmwave.source.Foreground;
import org.nightjar.mmwave.spectrum.GaussianField;
import org.nightjar.statistics.random.Streams;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes maps of a patch in several bands. In each, background and foregrounds pass beam and pixel,
 * clusters (averaged over pixels when painted) the beam, points beam and pixel at their true
 * places; noise is added as it is.
 *
 * <p>The result depends on the request alone: not on threads, and the fields not on each other.
 */
@ProviderType
public final class MapSimulation {
  private final MapRequest request;
  private final Loop loop;
  private final FlatPatch grid;
  private final Streams streams;
  private final RealFft2 fft;

  private MapSimulation(MapRequest request, Loop loop) {
    this.request = request;
    this.loop = loop;
    grid = request.grid();
    streams = new Streams(request.seed());
    fft = new RealFft2(grid.width(), grid.height());
  }

  /**
   * Simulates.
   *
   * @param request what is wanted; {@link MapRequest#bytes} says what memory it takes
   * @param loop where the work is done
   */
  public static BandMaps run(MapRequest request, Loop loop) {
    return new MapSimulation(request, loop).run();
  }

  private BandMaps run() {
    List<TruthRecord> truth = new ArrayList<>();
    List<FourierPlane> clusters = new ArrayList<>();
    PatchMap compton = PatchMap.of(request.patch());
    if (!request.clusters().isEmpty()) {
      ClusterLayers layers = ClusterLayers.paint(request);
      truth.addAll(layers.truth());
      for (float[] layer : layers.layers()) {
        clusters.add(fft.forward(layer, loop));
      }
      compton = new PatchMap(grid, layers.layers().get(0)).cut(request.margin());
    }
    List<float[]> maps = new ArrayList<>();
    for (int i = 0; i < request.bands().size(); i++) {
      maps.add(new float[grid.pixels()]);
    }
    if (!request.sources().isEmpty()) {
      truth.addAll(SourceLayers.paint(request, maps));
    }
    List<FourierPlane> fields = fields();
    List<PatchMap> result = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      fft.inverse(modes(request.bands().get(i), maps.get(i), clusters, fields), maps.get(i), loop);
      result.add(new PatchMap(grid, maps.get(i)).cut(request.margin()));
      maps.set(i, null);
    }
    return new BandMaps(request.bands(), result, compton, truth);
  }

  /** The background, if wanted, then the foregrounds. */
  private List<FourierPlane> fields() {
    List<FourierPlane> fields = new ArrayList<>();
    if (request.background() != null) {
      fields.add(
          GaussianField.draw(
              grid, request.background(), streams.stream("mmwave.background"), loop));
    }
    for (Foreground foreground : request.foregrounds()) {
      fields.add(
          GaussianField.draw(
              grid,
              foreground.spectrum(),
              streams.stream("mmwave.foreground." + foreground.name()),
              loop));
    }
    return fields;
  }

  private double[] fieldFactors(Band band) {
    List<Double> factors = new ArrayList<>();
    if (request.background() != null) {
      factors.add(1.0);
    }
    for (Foreground foreground : request.foregrounds()) {
      factors.add(foreground.factor(band.bandpass()));
    }
    return factors.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** All modes of a band's map. */
  private FourierPlane modes(
      Band band, float[] points, List<FourierPlane> clusters, List<FourierPlane> fields) {
    FourierPlane noise =
        request.noise()
            ? GaussianField.draw(
                grid, band.noise()::at, streams.stream("mmwave.noise." + band.name()), loop)
            : FourierPlane.of(grid.width(), grid.height());
    List<FourierPlane> sources =
        request.sources().isEmpty() ? List.of() : List.of(fft.forward(points, loop));
    double[] perPixel =
        request.sources().isEmpty() ? new double[0] : new double[] {1 / grid.pixelSteradians()};
    double[] clusterFactors =
        clusters.isEmpty() ? new double[0] : ClusterLayers.factors(request.physics(), band);
    double[] fieldFactors = fieldFactors(band);
    Axis across = new Axis(noise.columns(), grid.width());
    loop.run(
        grid.height(),
        row -> {
          int ky = noise.frequency(row);
          double window = PointGrid.window(ky, grid.height());
          double correction = PointGrid.correction(ky, grid.height());
          for (int column = 0; column < noise.columns(); column++) {
            double beam = band.beam().at(grid.ell(column, ky));
            double smooth = beam * window * across.window[column];
            double sharp = smooth * correction * across.correction[column];
            int at = noise.index(column, row);
            addScaled(noise, at, fields, fieldFactors, smooth);
            addScaled(noise, at, clusters, clusterFactors, sharp);
            addScaled(noise, at, sources, perPixel, sharp);
          }
        });
    return noise;
  }

  private static void addScaled(
      FourierPlane sum, int at, List<FourierPlane> planes, double[] factors, double damping) {
    for (int i = 0; i < factors.length; i++) {
      float[] values = planes.get(i).values();
      double factor = damping * factors[i];
      sum.values()[at] += (float) (factor * values[at]);
      sum.values()[at + 1] += (float) (factor * values[at + 1]);
    }
  }

  /** Factors by column. */
  private static final class Axis {
    final double[] window;
    final double[] correction;

    Axis(int columns, int width) {
      window = new double[columns];
      correction = new double[columns];
      for (int i = 0; i < columns; i++) {
        window[i] = PointGrid.window(i, width);
        correction[i] = PointGrid.correction(i, width);
      }
    }
  }
}
