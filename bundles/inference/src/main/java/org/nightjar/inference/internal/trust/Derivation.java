package org.nightjar.inference.internal.trust;

import java.nio.file.Path;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;

/**
 * One output that the platform computes.
 *
 * @param name its name
 * @param of the output that it is computed from: the network's, or one derived before it
 * @param meaning what it says, in words; empty for the rule's own words
 * @param classes names of its elements; empty for those of what it is computed from
 * @param rule how it is computed
 * @param files files that the rule's numbers were read from
 * @param place file and line of its declaration
 */
public record Derivation(
    String name,
    String of,
    String meaning,
    List<String> classes,
    Rule rule,
    List<Path> files,
    String place) {
  /** Copies the lists. */
  public Derivation {
    classes = List.copyOf(classes);
    files = List.copyOf(files);
  }

  /**
   * What it is for a network with this output.
   *
   * @throws NightjarException {@code MODEL_REFUSED} if it cannot be computed from that
   */
  OutputInfo info(OutputInfo from) throws NightjarException {
    if (!rule.takes().contains(from.kind())) {
      throw Refusal.of(
          "'" + name + "' is computed from '" + of + "', which is a " + from.kind(),
          "It takes one of " + rule.takes() + ".");
    }
    List<Integer> shape = rule.shape(from);
    List<String> names = classes.isEmpty() ? rule.classes(from) : classes;
    int elements = Vectors.ALL.classes(shape);
    if (!classes.isEmpty() && elements > 0 && elements != classes.size()) {
      throw Refusal.of(
          "'" + name + "' has " + elements + " elements for " + classes.size() + " classes", "");
    }
    return new OutputInfo(
        name, shape, rule.kind(), meaning.isEmpty() ? rule.meaning(of) : meaning, names);
  }
}
