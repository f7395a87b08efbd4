package org.nightjar.simulation.internal.validate.cosmology;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.FriedmannCosmology;
import org.nightjar.cosmology.growth.ExactGrowth;
import org.nightjar.cosmology.growth.Growth;
import org.nightjar.cosmology.growth.HeathGrowth;
import org.nightjar.cosmology.halo.HaloAbundance;
import org.nightjar.cosmology.halo.MassFunction;
import org.nightjar.cosmology.halo.MassVariance;
import org.nightjar.cosmology.power.LinearPower;
import org.nightjar.cosmology.power.PowerSpectrum;
import org.nightjar.cosmology.power.TransferFunction;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/**
 * Abundances of haloes at several redshifts ({@code rows}) for a spectrum normalised by sigma8;
 * masses and densities in units with h.
 */
public final class HaloRowCases implements CaseEvaluator {
  private static final Set<String> INPUTS =
      Set.of("cosmology", "sigma8", "n_s", "transfer", "Delta_mean", "rows");
  private static final Pattern QUANTITY = Pattern.compile("(\\w+)\\[z=([0-9.eE+-]+)]");

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    Inputs inputs = Inputs.of(reference);
    Matcher matcher = QUANTITY.matcher(check.path("quantity").asText());
    if (!reference.group().equals("halos") || !inputs.only(INPUTS) || !matcher.matches()) {
      return Optional.empty();
    }
    double z = Double.parseDouble(matcher.group(2));
    Optional<FriedmannCosmology> universe = CosmologyInput.read(inputs.node().path("cosmology"));
    for (JsonNode row : inputs.node().path("rows")) {
      if (universe.isPresent() && row.path("z").asDouble(Double.NaN) == z) {
        return quantity(inputs, universe.get(), row, z, matcher.group(1));
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> quantity(
      Inputs inputs, FriedmannCosmology universe, JsonNode row, double z, String quantity)
      throws NightjarException {
    Optional<MassFunction> function =
        NamedMassFunction.find(
            inputs.words(), inputs.words(), Optional.of(universe), inputs.number("Delta_mean"));
    if (quantity.equals("fsigma")) {
      return function.flatMap(f -> Inputs.map(row.path("sigma"), s -> f.multiplicity(s, z)));
    }
    Growth growth = growth(universe).normalised();
    if (quantity.equals("growth")) {
      return Optional.of(Inputs.number(growth.factor(z)));
    }
    Optional<MassVariance> variance = variance(inputs, universe, row.path("M_Msun_per_h"));
    if (variance.isEmpty()) {
      return Optional.empty();
    }
    double h = universe.parameters().h();
    JsonNode masses = row.path("M_Msun_per_h");
    if (quantity.equals("sigma")) {
      return Inputs.map(masses, m -> growth.factor(z) * variance.get().rms(m / h));
    }
    if (!quantity.equals("dn_dlnM_h3_Mpc3") || function.isEmpty()) {
      return Optional.empty();
    }
    HaloAbundance halos = new HaloAbundance(function.get(), variance.get(), growth.factor(z), z);
    return Inputs.map(masses, m -> halos.perLogarithm(m / h) / (h * h * h));
  }

  /**
   * The growth integral, which such tables of haloes use; where it does not hold, because dark
   * energy changes, the differential equation.
   */
  private static Growth growth(FriedmannCosmology universe) {
    boolean constant = universe.parameters().w0() == -1 && universe.parameters().wa() == 0;
    return constant ? new HeathGrowth(universe) : new ExactGrowth(universe);
  }

  private static Optional<MassVariance> variance(
      Inputs inputs, FriedmannCosmology universe, JsonNode masses) throws NightjarException {
    OptionalDouble sigma8 = inputs.number("sigma8");
    OptionalDouble index = inputs.number("n_s");
    Optional<TransferFunction> transfer =
        PowerInput.transfer(inputs.node().path("transfer").asText(""), universe.parameters());
    if (sigma8.isEmpty() || index.isEmpty() || transfer.isEmpty() || !masses.isArray()) {
      return Optional.empty();
    }
    PowerSpectrum power =
        LinearPower.normalised(
            universe.parameters(), transfer.get(), index.getAsDouble(), sigma8.getAsDouble());
    double h = universe.parameters().h();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    for (JsonNode mass : masses) {
      lowest = Math.min(lowest, mass.asDouble() / h);
      highest = Math.max(highest, mass.asDouble() / h);
    }
    return Optional.of(
        new MassVariance(power, universe.comovingMatterDensity(), 0.99 * lowest, 1.01 * highest));
  }
}
