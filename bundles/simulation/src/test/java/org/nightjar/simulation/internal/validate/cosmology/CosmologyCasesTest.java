package org.nightjar.simulation.internal.validate.cosmology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nightjar.api.error.NightjarException;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.Comparison;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** The reference cases of cosmology, growth, power spectra and haloes, where the file is there. */
class CosmologyCasesTest {
  private static final Set<String> GROUPS =
      Set.of("cosmology", "growth", "power spectrum", "halos");

  @TestFactory
  Stream<DynamicTest> everyCheckOfTheReferenceCases() throws IOException {
    Path file =
        Path.of(System.getProperty("nightjar.testdata", "absent"))
            .resolveSibling("reference")
            .resolve("simulation-cases.json");
    assumeTrue(Files.exists(file), "no reference cases at " + file);
    return cases(file).values().stream()
        .filter(c -> GROUPS.contains(c.group()))
        .flatMap(c -> c.checks().stream().map(check -> test(c, check)));
  }

  private static DynamicTest test(ReferenceCase reference, JsonNode check) {
    String name = reference.id() + " " + check.path("quantity").asText();
    return DynamicTest.dynamicTest(
        name,
        () -> {
          List<JsonNode> answers = answers(reference, check);
          assertThat(answers).as("answers to " + name).hasSize(1);
          Comparison comparison = Comparison.of(check, answers.get(0));
          assertThat(comparison.passed()).as(comparison.message()).isTrue();
        });
  }

  private static List<JsonNode> answers(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    List<JsonNode> answers = new ArrayList<>();
    for (CaseEvaluator evaluator : CosmologyEvaluators.all()) {
      Optional<JsonNode> answer = evaluator.evaluate(reference, check);
      answer.ifPresent(answers::add);
    }
    return answers;
  }

  private static Map<String, ReferenceCase> cases(Path file) throws IOException {
    Map<String, ReferenceCase> all = new LinkedHashMap<>();
    for (JsonNode node : new ObjectMapper().readTree(file.toFile()).path("cases")) {
      List<JsonNode> checks = new ArrayList<>();
      node.path("checks").forEach(checks::add);
      String id = node.path("id").asText();
      all.put(
          id,
          new ReferenceCase(
              id,
              node.path("group").asText(),
              node.path("kind").asText(),
              node.path("model").asText(),
              node.path("title").asText(),
              node.path("inputs"),
              checks,
              all));
    }
    return all;
  }
}
