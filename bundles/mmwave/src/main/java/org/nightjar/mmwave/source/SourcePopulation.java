package org.nightjar.mmwave.source;

import java.util.function.Consumer;
import org.nightjar.mmwave.internal.numeric.Poisson;
import org.nightjar.mmwave.map.FlatPatch;
import org.nightjar.statistics.random.Philox;
import org.nightjar.statistics.random.Streams;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sources of one kind, without correlation on the sky. Drawn bin by bin, a tenth of a decade of
 * flux density each, at fixed edges: a Poisson number of sources, then each source by itself. So a
 * source stays the same when the range of flux densities is widened.
 *
 * @param name of the random streams and of the truth table
 * @param kind what makes them shine
 * @param counts at the reference frequency
 * @param reference frequency, GHz
 * @param index mean spectral index
 * @param scatter standard deviation of the spectral index, the same for all flux densities
 * @param faintest flux density at the reference frequency, Jy
 * @param brightest flux density at the reference frequency, Jy
 */
@ProviderType
public record SourcePopulation(
    String name,
    SourceKind kind,
    NumberCounts counts,
    double reference,
    double index,
    double scatter,
    double faintest,
    double brightest) {
  private static final int BINS_PER_DECADE = 10;

  /** Checks the numbers. */
  public SourcePopulation {
    if (!(reference > 0 && scatter >= 0 && faintest > 0 && brightest > faintest)) {
      throw new IllegalArgumentException(
          name + ": " + reference + " GHz, from " + faintest + " to " + brightest + " Jy");
    }
  }

  /**
   * Radio sources: the model of G. De Zotti et al., A&amp;A 431 (2005), 893, at 150 GHz, as power
   * laws between half decades from 0.1 mJy to 10 Jy (the model's own values there). Spectral index
   * -0.7 with a scatter of 0.3: round numbers after L. M. Mocanu et al., ApJ 779 (2013), 61.
   */
  public static SourcePopulation radio(double faintest, double brightest) {
    double[] flux = new double[11];
    for (int i = 0; i < flux.length; i++) {
      flux[i] = Math.pow(10, -4 + i / 2.0);
    }
    double[] density = {
      1.5652e9, 2.0167e8, 2.3280e7, 2.4646e6, 2.3204e5, 20275, 1853.5, 172.96, 14.434, 0.92025,
      0.041036
    };
    return new SourcePopulation(
        "radio",
        SourceKind.RADIO,
        NumberCounts.powerLaws(flux, density),
        150,
        -0.7,
        0.3,
        faintest,
        brightest);
  }

  /**
   * Dusty galaxies: counts at 1.2 mm of S. Fujimoto et al., ApJS 222 (2016), 1, Schechter's form
   * with 1540 per square degree, 2.35 mJy and slope -2.12, measured from 0.02 to some 10 mJy.
   * Spectral index 3.4 with a scatter of 0.4. The few lensed ones above 10 mJy are missing. The
   * Poisson power this leaves at 220 GHz is 19 percent above that of E. M. George et al., ApJ 799
   * (2015), 177.
   */
  public static SourcePopulation dusty(double faintest, double brightest) {
    return new SourcePopulation(
        "dusty",
        SourceKind.DUSTY,
        NumberCounts.schechter(1540 / NumberCounts.SQUARE_DEGREE, 2.35e-3, -2.12),
        250,
        3.4,
        0.4,
        faintest,
        brightest);
  }

  /** Expected number on a patch. */
  public double expected(FlatPatch patch) {
    return counts.between(faintest, brightest) * patch.steradians();
  }

  /**
   * Draws a sky.
   *
   * @param patch where; sources are even over its plane
   * @param streams of random numbers
   * @param sink called for each source, in order of id
   */
  public void draw(FlatPatch patch, Streams streams, Consumer<PointSource> sink) {
    Philox numbers = streams.stream("mmwave.sources." + name + ".number");
    Philox single = streams.stream("mmwave.sources." + name);
    int first = (int) Math.floor(Math.log10(faintest) * BINS_PER_DECADE + 1e-9);
    int last = (int) Math.ceil(Math.log10(brightest) * BINS_PER_DECADE - 1e-9);
    for (int bin = first; bin < last; bin++) {
      double low = Math.pow(10, (double) bin / BINS_PER_DECADE);
      double high = Math.pow(10, (double) (bin + 1) / BINS_PER_DECADE);
      double atLow = counts.at(low);
      double atHigh = counts.at(high);
      if (!(atLow > 0 && atHigh > 0)) {
        continue;
      }
      double rise = Math.log(atHigh / atLow) / Math.log(high / low) + 1;
      double mean = integral(atLow * low, rise, Math.log(high / low)) * patch.steradians();
      long count = Poisson.draw(numbers.at(bin), mean);
      for (long i = 0; i < count; i++) {
        long id = ((long) (bin + 1000) << 40) | i;
        PointSource source = source(single.at(id), id, patch, low, high, rise);
        if (source.jansky() >= faintest && source.jansky() < brightest) {
          sink.accept(source);
        }
      }
    }
  }

  /** The integral of value exp(rise u) from u = 0 to length. */
  private static double integral(double value, double rise, double length) {
    return Math.abs(rise) < 1e-9 ? value * length : value * Math.expm1(rise * length) / rise;
  }

  private PointSource source(
      Philox random, long id, FlatPatch patch, double low, double high, double rise) {
    double x = random.nextDouble() * patch.width() - 0.5;
    double y = random.nextDouble() * patch.height() - 0.5;
    double part = random.nextDouble();
    double ratio =
        Math.abs(rise) < 1e-9
            ? Math.pow(high / low, part)
            : Math.pow(1 + part * (Math.pow(high / low, rise) - 1), 1 / rise);
    double own = index + scatter * random.nextGaussian();
    return new PointSource(id, x, y, low * ratio, own);
  }
}
