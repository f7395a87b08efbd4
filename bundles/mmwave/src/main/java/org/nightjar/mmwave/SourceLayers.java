package org.nightjar.mmwave;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.mmwave.band.Band;
import org.nightjar.mmwave.internal.paint.PointGrid;
import org.nightjar.mmwave.map.FlatPatch;
import org.nightjar.mmwave.map.PatchSky;
import org.nightjar.mmwave.source.PointSource;
import org.nightjar.mmwave.source.SourceKind;
import org.nightjar.mmwave.source.SourcePopulation;
import org.nightjar.statistics.random.Streams;

/** Point sources on the grid, one map a band, in uK sr. */
final class SourceLayers {
  private final MapRequest request;
  private final FlatPatch grid;
  private final List<float[]> maps;
  private final List<TruthRecord> truth = new ArrayList<>();
  private final PointGrid points;

  private SourceLayers(MapRequest request, List<float[]> maps) {
    this.request = request;
    this.maps = maps;
    grid = request.grid();
    points = new PointGrid(grid.width(), grid.height());
  }

  /**
   * Draws and paints the request's sources.
   *
   * @param maps one a band, of the grid; added to
   * @return what was painted and is bright enough
   */
  static List<TruthRecord> paint(MapRequest request, List<float[]> maps) {
    SourceLayers layers = new SourceLayers(request, maps);
    for (SourcePopulation population : request.sources()) {
      List<FluxScale> scales =
          request.bands().stream().map(band -> new FluxScale(band, population)).toList();
      population.draw(
          layers.grid,
          new Streams(request.seed()),
          source -> layers.add(population, scales, source));
    }
    return layers.truth;
  }

  private void add(SourcePopulation population, List<FluxScale> scales, PointSource source) {
    points.at(source.x(), source.y());
    for (int i = 0; i < maps.size(); i++) {
      points.add(maps.get(i), source.jansky() * scales.get(i).at(source.index()));
    }
    if (source.jansky() >= request.truthJansky()) {
      record(population, source);
    }
  }

  private void record(SourcePopulation population, PointSource source) {
    FlatPatch patch = request.patch();
    double x = source.x() - request.margin();
    double y = source.y() - request.margin();
    if (x < -0.5 || y < -0.5 || x >= patch.width() - 0.5 || y >= patch.height() - 0.5) {
      return;
    }
    PatchSky sky = patch.sky(x, y);
    double[] milliJansky = new double[maps.size()];
    for (int i = 0; i < milliJansky.length; i++) {
      double centre = request.bands().get(i).bandpass().centre();
      milliJansky[i] =
          1e3 * source.jansky() * Math.pow(centre / population.reference(), source.index());
    }
    truth.add(
        new TruthRecord(
            population.kind() == SourceKind.RADIO ? TruthKind.RADIO : TruthKind.DUSTY,
            source.id(),
            sky.ra(),
            sky.dec(),
            x,
            y,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            milliJansky));
  }

  /** uK sr per Jy in a band by spectral index, interpolated: the average over a band costs time. */
  private static final class FluxScale {
    private static final int NODES = 65;

    private final Band band;
    private final SourcePopulation population;
    private final double low;
    private final double step;
    private final double[] values = new double[NODES];

    FluxScale(Band band, SourcePopulation population) {
      this.band = band;
      this.population = population;
      double half = 6 * population.scatter() + 1e-3;
      low = population.index() - half;
      step = 2 * half / (NODES - 1);
      for (int i = 0; i < NODES; i++) {
        values[i] = exact(low + i * step);
      }
    }

    private double exact(double index) {
      return band.microkelvinSteradians(population.reference(), index);
    }

    double at(double index) {
      double place = (index - low) / step;
      int i = (int) Math.floor(place);
      if (i < 0 || i >= NODES - 1) {
        return exact(index);
      }
      return values[i] + (place - i) * (values[i + 1] - values[i]);
    }
  }
}
