package org.nightjar.api.simulation;

import java.util.List;
import java.util.Objects;

/**
 * The universe of a sky. Dark energy is what is left to one; its equation of state is {@code w0 +
 * wa z / (1 + z)} (Chevallier and Polarski 2001, Linder 2003).
 *
 * @param name preset it comes from; empty if it was given by its parameters
 * @param hubble H0, km/s/Mpc
 * @param matter matter over the critical density today, without massive neutrinos
 * @param baryons baryons over the critical density today
 * @param curvature curvature over the critical density today; 0 for a flat universe
 * @param temperature of the microwave background today, K; 0 for no radiation
 * @param neutrinoSpecies effective number of them
 * @param neutrinoMasses of the species, eV; empty for massless ones
 * @param w0 equation of state of dark energy today
 * @param wa change of the equation of state
 * @param sigma8 fluctuations of matter in spheres of 8 Mpc/h, linear theory, today
 * @param spectralIndex of the primordial fluctuations
 */
public record CosmologyParameters(
    String name,
    double hubble,
    double matter,
    double baryons,
    double curvature,
    double temperature,
    double neutrinoSpecies,
    List<Double> neutrinoMasses,
    double w0,
    double wa,
    double sigma8,
    double spectralIndex) {
  /** Copies the list and refuses what is no universe. */
  public CosmologyParameters {
    Objects.requireNonNull(name, "name");
    neutrinoMasses = List.copyOf(neutrinoMasses);
    require(hubble > 0 && hubble < 1000, "H0 is " + hubble + " km/s/Mpc");
    require(matter >= 0 && matter <= 10, "the density of matter is " + matter);
    require(baryons >= 0 && baryons <= matter, "the density of baryons is " + baryons);
    require(curvature > -10 && curvature < 1, "the curvature is " + curvature);
    require(temperature >= 0 && temperature < 100, "the temperature is " + temperature + " K");
    require(neutrinoSpecies >= 0 && neutrinoSpecies < 20, neutrinoSpecies + " neutrino species");
    neutrinoMasses.forEach(m -> require(m >= 0 && m < 100, "a neutrino mass of " + m + " eV"));
    require(Double.isFinite(w0) && Double.isFinite(wa), "w is " + w0 + ", " + wa);
    require(sigma8 > 0 && sigma8 < 10, "sigma8 is " + sigma8);
    require(spectralIndex > -5 && spectralIndex < 5, "the spectral index is " + spectralIndex);
  }

  /** A flat universe of matter and a cosmological constant, without radiation. */
  public static CosmologyParameters flat(double hubble, double matter) {
    double baryons = Math.min(0.045, matter);
    return new CosmologyParameters(
        "", hubble, matter, baryons, 0, 0, 3.046, List.of(), -1, 0, 0.8, 0.96);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
