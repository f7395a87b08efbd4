package org.nightjar.alerts.internal;

import java.util.Map;
import org.nightjar.api.product.FactNames;

/** Brightness under one set of names. */
final class Photometry {
  /** Of one nanojansky (AB). */
  private static final double NANOJANSKY_ZERO_POINT = 31.4;

  /** Magnitudes per relative error of a flux: 2.5 / ln 10. */
  private static final double POGSON = 2.5 / Math.log(10);

  private Photometry() {}

  static void of(Detection detection, Map<String, Object> facts) {
    put(facts, FactNames.MAGNITUDE, detection.number("magpsf", "forcediffimmag", "Mag", "mag"));
    put(
        facts,
        FactNames.MAGNITUDE_ERROR,
        detection.number("sigmapsf", "forcediffimmagunc", "Dmag", "magerr", "mag_err"));
    double flux = detection.number("psfFlux", "forcediffimflux", "flux");
    double error = detection.number("psfFluxErr", "forcediffimfluxunc", "Dflux", "fluxerr");
    put(facts, FactNames.FLUX, flux);
    put(facts, FactNames.FLUX_ERROR, error);
    put(facts, FactNames.LIMITING_MAGNITUDE, detection.number("diffmaglim"));
    if (detection.survey().equals("lsst") && Double.isFinite(flux)) {
      facts.put(FactNames.FLUX_UNIT, "nJy");
      // Of the flux's size: a fading star has a negative difference.
      double size = Math.abs(flux);
      put(facts, FactNames.MAGNITUDE, NANOJANSKY_ZERO_POINT - 2.5 * Math.log10(size));
      put(facts, FactNames.MAGNITUDE_ERROR, POGSON * error / size);
    }
  }

  private static void put(Map<String, Object> facts, String name, double value) {
    if (Double.isFinite(value)) {
      facts.put(name, value);
    }
  }
}
