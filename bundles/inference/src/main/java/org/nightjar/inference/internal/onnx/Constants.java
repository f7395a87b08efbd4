package org.nightjar.inference.internal.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;

/**
 * Refuses nodes that make a huge tensor of a few bytes: their size is a constant of the graph. What
 * a graph computes before it asks for memory cannot be read off it.
 */
final class Constants {
  /** Most numbers that a node may make of nothing: 1 GiB of single precision. */
  static final double MOST = 1 << 28;

  /** The input of an operator that says how large its output is, or how much larger. */
  private static final Map<String, List<Integer>> SIZES =
      Map.of(
          "ConstantOfShape", List.of(0),
          "Expand", List.of(1),
          "Tile", List.of(1),
          "Upsample", List.of(1),
          "Resize", List.of(2, 3));

  private final Map<String, List<Double>> known = new HashMap<>();
  private final List<Use> uses = new ArrayList<>();

  private record Use(String operator, String output, String size) {}

  /** A constant of the graph. */
  void add(String name, List<Double> numbers) {
    known.put(name, numbers);
  }

  /** A node of the graph. */
  void add(NodeHead node) {
    for (int position : SIZES.getOrDefault(node.operator, List.of())) {
      uses.add(new Use(node.operator, node.output(), node.input(position)));
    }
  }

  /** Refuses what is too large, once all constants are known. */
  void check(Protobuf file) throws NightjarException {
    for (Use use : uses) {
      double count = 1;
      for (double extent : known.getOrDefault(use.size(), List.of())) {
        count *= Math.max(1, extent);
      }
      if (count > MOST) {
        throw file.refused(
            "operator %s makes '%s' of %.3g numbers, at most %.3g are allowed"
                .formatted(use.operator(), use.output(), count, MOST));
      }
    }
  }
}
