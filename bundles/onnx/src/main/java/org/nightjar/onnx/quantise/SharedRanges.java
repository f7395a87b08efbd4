package org.nightjar.onnx.quantise;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.onnx.internal.graph.GraphIndex;

/** Values that must have the same scale, because a node hands bytes through as they are. */
final class SharedRanges {
  private final Map<String, String> leaders = new HashMap<>();
  private final Set<String> derived = new LinkedHashSet<>();
  private final Set<String> values;

  SharedRanges(Plan plan, GraphIndex index) {
    this.values = plan.quantised();
    for (int place : plan.places()) {
      if (plan.role(place).orElseThrow() == Role.SELECTION) {
        String result = index.node(place).outputs().get(0);
        join(index.node(place).input(0), result);
        derived.add(result);
      }
    }
  }

  /** The values that have to be watched. */
  List<String> observed() {
    return values.stream().filter(value -> !derived.contains(value)).toList();
  }

  /** The scale of each value. */
  Map<String, Scale> scales(Ranges ranges) throws NightjarException {
    Map<String, Range> groups = new HashMap<>();
    for (String value : observed()) {
      Range range =
          ranges
              .of(value)
              .orElseThrow(
                  () ->
                      NightjarException.of(
                          StandardError.BAD_ARGUMENT,
                          "the value '" + value + "' was not observed",
                          value,
                          "Observe every value that the quantiser names."));
      groups.merge(leader(value), range, Range::with);
    }
    Map<String, Scale> scales = new LinkedHashMap<>();
    for (String value : values) {
      String leader = leader(value);
      scales.put(value, Scale.of(leader, groups.get(leader)));
    }
    return scales;
  }

  private void join(String one, String other) {
    leaders.put(leader(other), leader(one));
  }

  private String leader(String value) {
    String leader = value;
    while (!leaders.getOrDefault(leader, leader).equals(leader)) {
      leader = leaders.get(leader);
    }
    return leader;
  }
}
