package org.nightjar.cosmology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.nightjar.api.error.NightjarException;

/**
 * A published set of parameters. The sets are data: {@code presets.properties} beside this class.
 *
 * @param name such as {@code Planck18}
 * @param source where it was published, with the column of the table
 * @param parameters of the universe
 * @param sigma8 rms of the linear density in spheres of 8 Mpc/h today
 * @param spectralIndex n of the primordial spectrum
 */
public record Preset(
    String name,
    String source,
    CosmologyParameters parameters,
    double sigma8,
    double spectralIndex) {

  /** All names. */
  public static List<String> names() {
    return Arrays.asList(read().getProperty("names").split("\\s+"));
  }

  /** A set by its name; small and capital letters are the same. */
  public static Optional<Preset> byName(String name) {
    Properties all = read();
    return names().stream().filter(name::equalsIgnoreCase).findFirst().map(n -> parse(all, n));
  }

  private static Properties read() {
    Properties all = new Properties();
    try (InputStream in = Preset.class.getResourceAsStream("presets.properties")) {
      all.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("presets.properties, a part of this bundle", e);
    }
    return all;
  }

  private static Preset parse(Properties all, String name) {
    String key = name.toLowerCase(Locale.ROOT) + ".";
    List<Double> masses =
        Arrays.stream(all.getProperty(key + "m_nu").split("\\s+")).map(Double::valueOf).toList();
    try {
      CosmologyParameters parameters =
          CosmologyParameters.flat(number(all, key + "H0"), number(all, key + "Om0"))
              .cmb(number(all, key + "Tcmb0"))
              .neutrinos(number(all, key + "Neff"))
              .neutrinoMasses(masses)
              .baryons(number(all, key + "Ob0"))
              .build();
      return new Preset(
          name,
          all.getProperty(key + "source"),
          parameters,
          number(all, key + "sigma8"),
          number(all, key + "n_s"));
    } catch (NightjarException e) {
      throw new IllegalStateException("presets.properties, a part of this bundle: " + name, e);
    }
  }

  private static double number(Properties all, String key) {
    return Double.parseDouble(all.getProperty(key));
  }
}
