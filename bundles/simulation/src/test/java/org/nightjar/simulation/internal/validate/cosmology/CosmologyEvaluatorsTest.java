package org.nightjar.simulation.internal.validate.cosmology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Cases with other parameters than those of the published file, and cases nobody should answer. */
class CosmologyEvaluatorsTest {
  private static final String BARYONS =
      "'cosmology':{'type':'FlatLambdaCDM','H0':70,'Om0':0.3,'Ob0':0.05,'Tcmb0':2.725}";

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Optional<JsonNode> answer(
      String group, String model, String inputs, String check, Map<String, ReferenceCase> others)
      throws NightjarException {
    ReferenceCase reference =
        new ReferenceCase("X", group, "", model, "", json(inputs), List.of(json(check)), others);
    Optional<JsonNode> found = Optional.empty();
    for (CaseEvaluator evaluator : CosmologyEvaluators.all()) {
      Optional<JsonNode> answer = evaluator.evaluate(reference, json(check));
      assertThat(found.isPresent() && answer.isPresent()).isFalse();
      found = answer.isPresent() ? answer : found;
    }
    return found;
  }

  private static Optional<JsonNode> answer(
      String group, String model, String inputs, String quantity) throws NightjarException {
    return answer(group, model, inputs, "{'quantity':'" + quantity + "'}", Map.of());
  }

  @Test
  void knowsCurvedUniversesWithChangingDarkEnergy() throws NightjarException {
    String inputs =
        "{'cosmology':{'type':'w0waCDM','H0':70,'Om0':1,'Ode0':0,'w0':-0.9,'wa':0.1},'z':3}";
    double distance = answer("cosmology", "", inputs, "comoving_distance_Mpc").get().asDouble();
    assertThat(distance).isCloseTo(299792.458 / 70, withinPercentage(1e-7));
    assertThat(answer("cosmology", "", inputs, "Ok0").get().asDouble()).isEqualTo(0, within(1e-12));
    String named = "{'cosmology':'Planck18','z':[0]}";
    assertThat(answer("cosmology", "", named, "age_Gyr").get().get(0).asDouble())
        .isEqualTo(13.787, within(0.003));
  }

  @Test
  void takesASingleNeutrinoMassForAllSpecies() throws NightjarException {
    String start = "{'z':0,'cosmology':{'type':'FlatLambdaCDM','H0':70,'Om0':0.3,'Tcmb0':2.725,";
    Optional<JsonNode> single = answer("cosmology", "", start + "'m_nu':0.1}}", "Onu_of_z");
    Optional<JsonNode> listed =
        answer("cosmology", "", start + "'m_nu_eV':[0.1,0.1,0.1]}}", "Onu_of_z");
    assertThat(single).isEqualTo(listed);
    // The usual rule: the sum of the masses over 93.1 eV h^2.
    assertThat(single.get().asDouble()).isCloseTo(0.3 / (93.1 * 0.49), withinPercentage(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'cosmology':{'type':'FlatLambdaCDM','H0':70,'Om0':0.3},'z':1,'bias':2} | H_km_s_Mpc",
        "{'cosmology':{'type':'FlatLambdaCDM','H0':70,'Om0':0.3,'wz':1},'z':1} | H_km_s_Mpc",
        "{'cosmology':{'type':'FlatLambdaCDM','H0':70},'z':1} | H_km_s_Mpc",
        "{'cosmology':{'type':'LambdaCDM','H0':70,'Om0':0.3},'z':1} | H_km_s_Mpc",
        "{'cosmology':{'type':'Quintessence','H0':70,'Om0':0.3},'z':1} | H_km_s_Mpc",
        "{'cosmology':'Planck99','z':1} | H_km_s_Mpc",
        "{'cosmology':{'type':'FlatLambdaCDM','H0':70,'Om0':0.3},'z':1} | mass_of_everything",
        "{'cosmology':{'type':'FlatLambdaCDM','H0':70,'Om0':0.3}} | H_km_s_Mpc",
        "{'cosmology':{'type':'FlatLambdaCDM','H0':70,'Om0':0.3},'z':'one'} | H_km_s_Mpc"
      })
  void guessesNothing(String inputs, String quantity) throws NightjarException {
    assertThat(answer("cosmology", "", inputs, quantity)).isEmpty();
  }

  @Test
  void answersNothingInOtherGroups() throws NightjarException {
    String inputs = "{'cosmology':{'type':'FlatLambdaCDM','H0':70,'Om0':0.3},'z':1}";
    assertThat(answer("lens cosmology", "", inputs, "H_km_s_Mpc")).isEmpty();
  }

  @Test
  void needsTheGrowthIndex() throws NightjarException {
    String inputs = "{'cosmology':{'type':'FlatLambdaCDM','H0':70,'Om0':1},'z':[1]}";
    assertThat(answer("growth", "", inputs, "D_linder")).isEmpty();
    String whole = inputs.replace("'z'", "'gamma':0.55,'z'");
    assertThat(answer("growth", "", whole, "D_linder").get().get(0).asDouble())
        .isEqualTo(0.5, within(1e-8));
    assertThat(answer("growth", "", inputs, "D_exact").get().get(0).asDouble())
        .isEqualTo(0.5, within(1e-6));
  }

  @Test
  void findsThePivotInTheCaseThatIsNamed() throws NightjarException {
    ReferenceCase formula =
        new ReferenceCase("P-7", "", "", "", "", json("{'k_wmap':0.05}"), List.of(), Map.of());
    String inputs =
        "{%s,'A_s':2e-9,'n_s':0.9,'z':1,'D':0.5,'k_per_Mpc':0.1,'linear':'EH98, see P-7'}"
            .formatted(BARYONS);
    String check = "{'quantity':'P_linear'}";
    Map<String, ReferenceCase> others = Map.of("P-7", formula);
    double found = answer("power spectrum", "", inputs, check, others).get().asDouble();
    String whole = inputs.replace("'A_s'", "'k_wmap':0.02,'A_s'");
    double other = answer("power spectrum", "", whole, check, others).get().asDouble();
    assertThat(other / found).isCloseTo(Math.pow(2.5, -0.1), withinPercentage(1e-7));
    double usual = answer("power spectrum", "", inputs, check, Map.of()).get().asDouble();
    assertThat(usual).isEqualTo(other);
  }

  @Test
  void readsParametersOfMassFunctionsFromTheModel() throws NightjarException {
    String model = "f; PS (0.5,1,0,1.69), ST (0.3,0.7,0.3,1.686)";
    String inputs =
        ("{%s,'A_s':2e-9,'n_s':0.97,'k_wmap':0.02,'linear':'EH98 with wiggles',"
                + "'M_Msun':[1e12,1e13]}")
            .formatted(BARYONS);
    double sigma = answer("halos", model, inputs, "sigma").get().get(0).asDouble();
    double f = answer("halos", model, inputs, "fsigma_sheth_tormen").get().get(0).asDouble();
    double nu = 0.7 * Math.pow(1.686 / sigma, 2);
    double expected =
        0.3 * Math.sqrt(2 * nu / Math.PI) * Math.exp(-nu / 2) * (1 + Math.pow(nu, -0.3));
    assertThat(f).isCloseTo(expected, withinPercentage(1e-6));
    assertThat(answer("halos", model, inputs, "dn_dM_unheard_of")).isEmpty();
    String other = "{'cosmology':'Planck18','sigma':[1,2],'z':0.5}";
    assertThat(answer("halos", "Warren et al. 2006", other, "fsigma").get().get(0).asDouble())
        .isCloseTo(0.7234 * 1.2538 * Math.exp(-1.1982), withinPercentage(1e-9));
    assertThat(answer("halos", "Warren or Jenkins", other, "fsigma")).isEmpty();
  }

  @Test
  void knowsSubhaloesAndSatellites() throws NightjarException {
    String inputs = "{'halo_mass':[1e12],'alpha':0,'beta':0.39,'gamma_M':0.18,'x':3,'m_min':1e10}";
    double number = answer("halos", "", inputs, "n_subhalos").get().get(0).asDouble();
    assertThat(number).isCloseTo(0.18 / 0.39 * Math.exp(-0.01 / 1.17), withinPercentage(1e-7));
    String check = "{'quantity':'fraction_quenched','n_test':10000}";
    double fraction =
        answer("halos", "environment quenching", "{'probability':0.3}", check, Map.of())
            .get()
            .asDouble();
    assertThat(fraction).isEqualTo(0.3, within(0.02));
    assertThat(answer("halos", "quenching", "{'offset':1e12,'M':[1e12]}", check, Map.of()))
        .isEmpty();
  }

  @Test
  void refusesInputsThatAreNotPhysical() {
    String inputs = "{'cosmology':{'type':'FlatLambdaCDM','H0':-70,'Om0':0.3},'z':1}";
    assertThatThrownBy(() -> answer("cosmology", "", inputs, "H_km_s_Mpc"))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("H0");
  }
}
