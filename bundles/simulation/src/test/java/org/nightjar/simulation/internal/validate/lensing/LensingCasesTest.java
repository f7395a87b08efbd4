package org.nightjar.simulation.internal.validate.lensing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.simulation.internal.validate.ReferenceCase;

class LensingCasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> GROUPS =
      List.of("lens profiles", "lens cosmology", "lens equation", "light", "image", "noise");
  private static final List<String> PROPERTIES =
      List.of("PROP-02", "PROP-03", "PROP-05", "PROP-08");

  private final LensingCases evaluator = new LensingCases(LensingCasesTest::cosmology);

  @TestFactory
  List<DynamicTest> allChecksOfTheReferenceHold() throws IOException {
    Path file =
        Path.of(System.getProperty("nightjar.testdata"))
            .resolve("../reference/simulation-cases.json");
    Assumptions.assumeTrue(Files.exists(file), "no reference cases here");
    Map<String, ReferenceCase> cases = cases(JSON.readTree(file.toFile()));
    List<DynamicTest> tests = new ArrayList<>();
    for (ReferenceCase each : cases.values()) {
      if (GROUPS.contains(each.group()) || PROPERTIES.contains(each.id())) {
        for (JsonNode check : each.checks()) {
          if (!check.path("compare").asText().equals("info")) {
            String name = each.id() + " " + check.path("quantity").asText();
            tests.add(DynamicTest.dynamicTest(name, () -> holds(each, check)));
          }
        }
      }
    }
    return tests;
  }

  @Test
  void severalPlanesBendLightOtherwiseThanOne() throws Exception {
    ReferenceCase planes = planes("[0.3, 0.5, 0.9]");
    ReferenceCase onePlane = planes("[0.5, 0.5, 0.5]");
    JsonNode difference =
        JSON.readTree("{\"quantity\": \"max_abs_difference_beta_x_to_single_plane_arcsec\"}");
    assertThat(evaluator.evaluate(planes, difference).orElseThrow().asDouble()).isGreaterThan(0.05);
    assertThat(evaluator.evaluate(onePlane, difference).orElseThrow().asDouble()).isZero();
    ReferenceCase property =
        new ReferenceCase(
            "b",
            "properties",
            "property",
            "",
            "",
            JSON.readTree("{\"as\": \"a\"}"),
            List.of(),
            Map.of("a", planes));
    assertThat(evaluator.evaluate(property, difference))
        .isEqualTo(evaluator.evaluate(planes, difference));
  }

  @Test
  void whatIsNotKnownIsNotGuessed() throws Exception {
    JsonNode check = JSON.readTree("{\"quantity\": \"alpha_x\"}");
    for (String inputs :
        List.of(
            "{\"models\": [\"TNFW\"], \"parameters\": [{}], \"x\": [1], \"y\": [1]}",
            "{\"models\": [\"SIS\"], \"parameters\": [{\"theta_E\": 1, \"z\": 2}],"
                + " \"x\": [1], \"y\": [1]}",
            "{\"models\": [\"SIS\"], \"parameters\": [{\"theta_E\": 1}],"
                + " \"x\": [1], \"y\": [1], \"more\": 1}",
            "{\"models\": [\"SIS\"], \"parameters\": [{}], \"x\": [1], \"y\": [1]}")) {
      assertThat(evaluator.evaluate(reference(inputs), check)).isEmpty();
    }
  }

  private void holds(ReferenceCase reference, JsonNode check) throws Exception {
    Optional<JsonNode> value = evaluator.evaluate(reference, check);
    assertThat(value).as("known").isPresent();
    String compare = check.path("compare").asText();
    JsonNode expected = check.path("value");
    double shift = 0;
    double wantedShift = 0;
    if (compare.equals("close_up_to_constant")) {
      shift = value.get().get(0).asDouble();
      wantedShift = expected.get(0).asDouble();
    }
    List<Double> got = flat(value.get());
    List<Double> wanted = flat(expected);
    assertThat(got).hasSameSizeAs(wanted);
    for (int i = 0; i < got.size(); i++) {
      double target = wanted.get(i) - wantedShift;
      double error =
          check.path("abs").asDouble(0) + check.path("rel").asDouble(0) * Math.abs(target);
      assertThat(Math.abs(got.get(i) - shift - target))
          .as("element %d: %s for %s", i, got.get(i) - shift, target)
          .isLessThanOrEqualTo(error);
    }
  }

  private static List<Double> flat(JsonNode node) {
    List<Double> values = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> values.addAll(flat(each)));
    } else {
      values.add(node.asDouble());
    }
    return values;
  }

  private static Map<String, ReferenceCase> cases(JsonNode root) {
    Map<String, ReferenceCase> cases = new LinkedHashMap<>();
    for (JsonNode node : root.path("cases")) {
      List<JsonNode> checks = new ArrayList<>();
      node.path("checks").forEach(checks::add);
      cases.put(
          node.path("id").asText(),
          new ReferenceCase(
              node.path("id").asText(),
              node.path("group").asText(),
              node.path("kind").asText(),
              node.path("model").asText(),
              node.path("title").asText(),
              node.path("inputs"),
              checks,
              cases));
    }
    return cases;
  }

  private static ReferenceCase planes(String redshifts) throws IOException {
    return reference(
        "{\"models\": [\"SIS\", \"SIE\", \"SIS\"], \"parameters\": [{\"theta_E\": 0.5},"
            + " {\"theta_E\": 1, \"e1\": 0.1, \"e2\": 0, \"center_x\": 0.3},"
            + " {\"theta_E\": 0.4, \"center_y\": 0.5}], \"redshift_list\": "
            + redshifts
            + ", \"z_source\": 2, \"cosmology\": {\"type\": \"FlatLambdaCDM\", \"H0\": 70,"
            + " \"Om0\": 0.3, \"Tcmb0\": 0}, \"x\": [1, -0.7], \"y\": [0.4, 0.9]}");
  }

  private static ReferenceCase reference(String inputs) throws IOException {
    return new ReferenceCase(
        "a", "lens profiles", "deterministic", "", "", JSON.readTree(inputs), List.of(), Map.of());
  }

  private static Optional<Cosmology> cosmology(JsonNode node) {
    return node.path("type").asText().equals("FlatLambdaCDM")
        ? Optional.of(new FlatUniverse(node.path("H0").asDouble(), node.path("Om0").asDouble()))
        : Optional.empty();
  }
}
