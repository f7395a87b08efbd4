package org.nightjar.simulation.internal.validate.galaxies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nightjar.api.error.NightjarException;
import org.nightjar.simulation.internal.validate.ReferenceCase;

class GalaxyCasesTest {
  private static final Set<String> GROUPS =
      Set.of(
          "redshift",
          "random",
          "galaxies",
          "spectra",
          "morphology",
          "photometry",
          "positions",
          "deeplenstronomy");
  private static final Set<String> PROPERTIES = Set.of("PROP-01", "PROP-06");

  private static final GalaxyCases CASES =
      new GalaxyCases(
          node ->
              Optional.of(
                  new FlatUniverse(node.path("H0").asDouble(), node.path("Om0").asDouble())));

  private static ReferenceCase read(JsonNode json, Map<String, ReferenceCase> others) {
    List<JsonNode> checks = new ArrayList<>();
    json.path("checks").forEach(checks::add);
    return new ReferenceCase(
        json.path("id").asText(),
        json.path("group").asText(),
        json.path("kind").asText(),
        json.path("model").asText(),
        json.path("title").asText(),
        json.path("inputs"),
        checks,
        others);
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceCaseComesOutRight() throws Exception {
    Path file =
        Path.of(System.getProperty("nightjar.testdata", "absent"))
            .resolveSibling("reference")
            .resolve("simulation-cases.json");
    assumeTrue(Files.exists(file), "no reference cases at " + file);
    return all(new ObjectMapper().readTree(file.toFile()))
        .filter(c -> GROUPS.contains(c.group()) || PROPERTIES.contains(c.id()))
        .flatMap(c -> c.checks().stream().map(check -> test(c, check)));
  }

  /** Expected values by quadrature, root finding and sampling of SciPy, of no code of ours. */
  @TestFactory
  Stream<DynamicTest> otherModelsAgreeWithAnotherProgram() throws Exception {
    try (InputStream file = GalaxyCasesTest.class.getResourceAsStream("more-cases.json")) {
      return all(new ObjectMapper().readTree(file))
          .flatMap(c -> c.checks().stream().map(check -> test(c, check)));
    }
  }

  private static Stream<ReferenceCase> all(JsonNode file) {
    Map<String, ReferenceCase> all = new LinkedHashMap<>();
    for (JsonNode json : file.path("cases")) {
      ReferenceCase reference = read(json, all);
      all.put(reference.id(), reference);
    }
    return all.values().stream();
  }

  private static DynamicTest test(ReferenceCase reference, JsonNode check) {
    String name = reference.id() + " " + check.path("quantity").asText();
    return DynamicTest.dynamicTest(
        name,
        () -> {
          JsonNode got = CASES.evaluate(reference, check).orElseThrow();
          assertThat(SmallComparison.worst(check, got)).as(name).isLessThanOrEqualTo(1);
        });
  }

  private static Optional<JsonNode> ask(String group, String model, String inputs, String check)
      throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode one = mapper.readTree(check.replace('\'', '"'));
    return CASES.evaluate(
        new ReferenceCase(
            "X-1",
            group,
            "",
            model,
            "",
            mapper.readTree(inputs.replace('\'', '"')),
            List.of(one),
            Map.of()),
        one);
  }

  @Test
  void ofAnInputThatIsNotKnownNothingIsSaid() throws Exception {
    String check = "{'quantity': 'z0', 'value': 1, 'compare': 'close'}";
    assertThat(ask("redshift", "", "{'z_median': 1, 'alpha': 1.5, 'beta': 2}", check)).isPresent();
    assertThat(ask("redshift", "", "{'z_median': 1, 'alpha': 1.5, 'beta': 2, 'tail': 1}", check))
        .isEmpty();
    assertThat(ask("redshift", "", "{'z_median': 1, 'alpha': 1.5}", check)).isEmpty();
    assertThat(ask("halos", "", "{'z_median': 1, 'alpha': 1.5, 'beta': 2}", check)).isEmpty();
    assertThat(
            ask(
                "redshift",
                "",
                "{'z_median': 1, 'alpha': 1.5, 'beta': 2}",
                "{'quantity': 'skewness', 'value': 1, 'compare': 'close'}"))
        .isEmpty();
  }

  @Test
  void whatIsNotPhysicalIsAnError() {
    assertThatThrownBy(
            () ->
                ask(
                    "redshift",
                    "",
                    "{'z_median': -1, 'alpha': 1.5, 'beta': 2}",
                    "{'quantity': 'z0', 'value': 1, 'compare': 'close'}"))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("scale");
  }

  @Test
  void modelsThatNoPublicCaseAsksForAnswerToo() throws Exception {
    assertThat(
            number(
                ask(
                    "photometry",
                    "p = 1/(1+exp(k(m-m50)))",
                    "{'m': 24.7, 'm95': 24, 'm50': 24.7}",
                    "{'quantity': 'completeness', 'value': 1, 'compare': 'close'}")))
        .isCloseTo(0.5, within(1e-12));
    assertThat(
            number(
                ask(
                    "photometry",
                    "L",
                    "{'M': 4.8, 'zeropoint': 'Lsun_V'}",
                    "{'quantity': 'L', 'value': 1, 'compare': 'close'}")))
        .isCloseTo(1, within(1e-12));
    assertThat(
            number(
                ask(
                    "galaxies",
                    "modified Schechter",
                    "{'alpha': 2.32, 'beta': 2.67, 'vd_star': 161, 'vd_min': 100, 'vd_max': 300}",
                    "{'quantity': 'sample_median', 'value': 1, 'compare': 'close'}")))
        .isBetween(140.0, 190.0);
    assertThat(
            number(
                ask(
                    "morphology",
                    "Ryden",
                    "{'mu_gamma': 0.222, 'sigma_gamma': 0.057, 'mu': -1.85, 'sigma': 0.89}",
                    "{'quantity': 'mean', 'value': 1, 'compare': 'close'}")))
        .isBetween(0.2, 0.4);
    assertThat(
            number(
                ask(
                    "gravitational waves",
                    "Abadie table III, L10 = 1e10 x 2.16e33 erg/s",
                    "{'L': 1e10, 'population': 'NS-NS', 'optimism': 'low'}",
                    "{'quantity': 'rate_per_Myr', 'value': 1, 'compare': 'close'}")))
        .isCloseTo(0.6 * 3.828 / 2.16, within(1e-9));
  }

  @Test
  void massesAndPixelsAnswerToo() throws Exception {
    String smf =
        "{'cosmology': {'H0': 70, 'Om0': 0.3}, 'm_star': 5e10, 'phi_star': 3e-3, 'alpha': -1.4,"
            + " 'm_min': 1e9, 'm_max': 1e12, 'sky_area_deg2': 1, 'z_range': [0.01, 1]}";
    double expected =
        number(
            ask(
                "galaxies",
                "SMF",
                smf,
                "{'quantity': 'N_expected_converged', 'value': 1, 'compare': 'close'}"));
    JsonNode masses =
        ask(
                "galaxies",
                "SMF",
                smf,
                "{'quantity': 'sample_mass_quantiles', 'value': [1], 'compare': 'cdf'}")
            .orElseThrow();
    assertThat((double) masses.size()).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    assertThat(masses.get(0).asDouble()).isBetween(1e9, 1e12);
    String pixel = "{'nside': 8, 'ipix': 100, 'nest': true, 'n_test': 1000}";
    assertThat(
            ask(
                "positions",
                "uniform in a pixel",
                pixel,
                "{'quantity': 'all_inside', 'value': true, 'compare': 'exact'}"))
        .contains(Json.of(true));
    JsonNode parts =
        ask(
                "positions",
                "uniform in a pixel",
                pixel,
                "{'quantity': 'fraction_in_children', 'value': [0.25, 0.25, 0.25, 0.25],"
                    + " 'compare': 'binomial', 'n_test': 40000, 'n_sigma': 4}")
            .orElseThrow();
    assertThat(parts.get(3).asDouble()).isCloseTo(0.25, within(0.01));
  }

  @Test
  void formulasAreReadAsPeopleWriteThem() throws Exception {
    assertThat(
            Formula.of("2 (lam/4)^-1.5 [1+0.5 exp(-.5((lam-3)/2)^2)] / 3e0", "lam")
                .applyAsDouble(5))
        .isCloseTo(2 * Math.pow(1.25, -1.5) * (1 + 0.5 * Math.exp(-0.5)) / 3, within(1e-12));
    assertThat(Formula.of("-lam^2 + 3*2 - 1", "lam").applyAsDouble(2)).isEqualTo(1);
    for (String wrong : List.of("", "(lam", "sin(lam)", "1 +", "lam)", "1..2")) {
      assertThatThrownBy(() -> Formula.of(wrong, "lam")).isInstanceOf(UnknownException.class);
    }
  }

  private static double number(Optional<JsonNode> answer) {
    return answer.orElseThrow().asDouble();
  }
}
