package org.nightjar.simulation.internal.certify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.certify.CheckResult.Outcome;

/**
 * What a file of cases says of this simulator.
 *
 * @param cases the file's name
 * @param sha256 the file's checksum
 * @param results of all checks
 */
record Certificate(String cases, String sha256, List<CheckResult> results) {
  /** Copies the list. */
  Certificate {
    results = List.copyOf(results);
  }

  /** How many checks ended so. */
  long count(Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }

  /** Whether nothing failed. What was not evaluated is said, and neither passed nor failed. */
  boolean passed() {
    return count(Outcome.FAILED) == 0;
  }

  /** For people. */
  void print(PrintWriter out) {
    Set<String> ids = new LinkedHashSet<>();
    results.forEach(result -> ids.add(result.id()));
    out.printf(
        Locale.ROOT,
        "%d checks of %d cases in %s (SHA-256 %s...):%n",
        results.size(),
        ids.size(),
        cases,
        sha256.substring(0, 12));
    out.printf(
        Locale.ROOT,
        "%d passed, %d failed, %d not evaluated%n",
        count(Outcome.PASSED),
        count(Outcome.FAILED),
        count(Outcome.NOT_EVALUATED));
  }

  /** On one line. */
  String json() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, count(outcome));
    }
    ObjectNode json = JsonLine.object().put("cases", cases).put("sha256", sha256);
    counts.forEach((outcome, count) -> json.put(outcome.word(), count));
    return JsonLine.write(json);
  }
}
