package org.nightjar.cosmology;

import java.util.List;
import java.util.OptionalDouble;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * What defines a homogeneous universe. Densities are today's, over the critical density.
 *
 * @param h0 Hubble's constant, km/s/Mpc; above 0
 * @param om0 matter: baryons and cold dark matter, without neutrinos; at least 0
 * @param ode0 dark energy; empty: as much as makes space flat
 * @param tcmb0 temperature of the cosmic microwave background, K; 0: no photons and no neutrinos
 * @param neff effective number of neutrino species; at least 0. Each of the whole part of it
 *     carries the same share
 * @param neutrinoMasses masses of the massive species, eV; the other species have none. At most as
 *     many as {@code neff} has whole ones
 * @param ob0 baryons, a part of {@code om0}; 0 if unknown
 * @param w0 pressure of dark energy over its density today; -1: a cosmological constant
 * @param wa how fast it changes: w(z) = w0 + wa z/(1+z) (Chevallier & Polarski 2001, Int. J. Mod.
 *     Phys. D 10, 213; Linder 2003, PRL 90, 091301)
 */
public record CosmologyParameters(
    double h0,
    double om0,
    OptionalDouble ode0,
    double tcmb0,
    double neff,
    List<Double> neutrinoMasses,
    double ob0,
    double w0,
    double wa) {

  /** Copies the list. */
  public CosmologyParameters {
    neutrinoMasses = List.copyOf(neutrinoMasses);
  }

  /** A flat universe with a cosmological constant, without radiation. */
  public static Builder flat(double h0, double om0) {
    return new Builder(h0, om0, OptionalDouble.empty());
  }

  /** A universe whose curvature follows from its densities, without radiation. */
  public static Builder curved(double h0, double om0, double ode0) {
    return new Builder(h0, om0, OptionalDouble.of(ode0));
  }

  /** Hubble's constant over 100 km/s/Mpc. */
  public double h() {
    return h0 / 100;
  }

  /** Collects what is not left as it is. */
  public static final class Builder {
    private final double h0;
    private final double om0;
    private final OptionalDouble ode0;
    private double tcmb0;
    private double neff = 3.04;
    private List<Double> masses = List.of();
    private double ob0;
    private double w0 = -1;
    private double wa;

    private Builder(double h0, double om0, OptionalDouble ode0) {
      this.h0 = h0;
      this.om0 = om0;
      this.ode0 = ode0;
    }

    /** Temperature of the cosmic microwave background, K. */
    public Builder cmb(double kelvin) {
      tcmb0 = kelvin;
      return this;
    }

    /** Effective number of neutrino species; 3.04 if nothing is said. */
    public Builder neutrinos(double effectiveSpecies) {
      neff = effectiveSpecies;
      return this;
    }

    /** Masses of neutrinos, eV; none if nothing is said. */
    public Builder neutrinoMasses(List<Double> electronvolts) {
      masses = electronvolts;
      return this;
    }

    /** Density of baryons. */
    public Builder baryons(double density) {
      ob0 = density;
      return this;
    }

    /** Equation of state of dark energy. */
    public Builder darkEnergy(double today, double change) {
      w0 = today;
      wa = change;
      return this;
    }

    /**
     * The parameters.
     *
     * @throws NightjarException BAD_ARGUMENT with the parameter as its place
     */
    public CosmologyParameters build() throws NightjarException {
      require(h0 > 0 && h0 < 1e6, "H0", h0, "Give Hubble's constant in km/s/Mpc, above 0.");
      require(om0 >= 0, "Om0", om0, "Give a density of at least 0.");
      require(ode0.isEmpty() || Double.isFinite(ode0.getAsDouble()), "Ode0", 0, "Give a number.");
      require(tcmb0 >= 0 && tcmb0 < 1e4, "Tcmb0", tcmb0, "Give kelvins, or 0 for no radiation.");
      require(neff >= 0 && neff < 100, "Neff", neff, "Give a number of species of at least 0.");
      require(
          ob0 >= 0 && ob0 <= om0, "Ob0", ob0, "Give a density from 0 to that of all matter, Om0.");
      require(Double.isFinite(w0), "w0", w0, "Give a number; -1 is a cosmological constant.");
      require(Double.isFinite(wa), "wa", wa, "Give a number; 0 if w does not change.");
      for (double mass : masses) {
        require(mass >= 0 && Double.isFinite(mass), "m_nu", mass, "Give masses in eV, at least 0.");
      }
      require(
          masses.size() <= (int) neff || masses.stream().allMatch(m -> m == 0),
          "m_nu",
          masses.size(),
          "Give at most as many masses as Neff has whole species.");
      return new CosmologyParameters(h0, om0, ode0, tcmb0, neff, masses, ob0, w0, wa);
    }

    private static void require(boolean holds, String place, double value, String remedy)
        throws NightjarException {
      if (!holds) {
        throw NightjarException.of(
            StandardError.BAD_ARGUMENT, "no universe has " + place + " = " + value, place, remedy);
      }
    }
  }
}
