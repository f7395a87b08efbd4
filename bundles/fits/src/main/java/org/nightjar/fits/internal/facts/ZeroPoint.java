package org.nightjar.fits.internal.facts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.nightjar.fits.internal.header.Header;

/**
 * Zero points: magnitudes, or fluxes of a magnitude ({@code FLUXMAG0}, {@code FLUX20}), or what the
 * unit of the pixels means by definition (Oke and Gunn 1983: AB magnitude 0 is 3631 Jy).
 */
final class ZeroPoint {
  private static final Map<String, Double> MAGNITUDE_OF_FLUX =
      Map.of("FLUXMAG0", 0.0, "FLUX20", 20.0);
  private static final Map<String, Double> OF_UNIT =
      Map.of("njy", 31.4, "nanomaggy", 22.5, "nanomaggies", 22.5, "nmgy", 22.5, "maggy", 0.0);

  private ZeroPoint() {}

  static OptionalDouble of(Header header, List<String> keywords) {
    for (String keyword : keywords) {
      OptionalDouble value = header.number(keyword);
      if (value.isEmpty()) {
        continue;
      }
      Double magnitude = MAGNITUDE_OF_FLUX.get(keyword);
      if (magnitude == null) {
        return value;
      }
      if (value.getAsDouble() > 0) {
        return OptionalDouble.of(magnitude + 2.5 * Math.log10(value.getAsDouble()));
      }
    }
    return header
        .text("BUNIT")
        .map(unit -> OF_UNIT.get(unit.toLowerCase(Locale.ROOT)))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }
}
