package org.nightjar.inference.internal.onnx;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;

/** The operators that a graph uses. */
final class Operators {
  private static final int MOST_NODES = 1_000_000;
  private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft");

  private static final int MOST_NAMES = 10_000;

  /** Compiled code for one kind of card, or the name of a file that has it. */
  private static final String COMPILED = "EPContext";

  /** Operators that round numbers to few bits, or take numbers that were. */
  private static final Pattern ROUNDING =
      Pattern.compile(".*Quantize.*|Q(Linear|Gemm|Attention).*|(Conv|MatMul)Integer.*|.*NBits");

  private int nodes;
  private boolean quantise;
  private final Set<String> foreign = new TreeSet<>();
  private final Set<String> defined = new HashSet<>();

  /** A node. */
  void use(Protobuf file, NodeHead node) throws NightjarException {
    nodes++;
    if (nodes > MOST_NODES) {
      throw file.refused("the graph has more than " + MOST_NODES + " nodes");
    }
    quantise |= ROUNDING.matcher(node.operator).matches();
    if (node.operator.equals(COMPILED)) {
      throw file.refused(
          "operator " + COMPILED + " holds code that was compiled for one kind of device");
    }
    if (!DOMAINS.contains(node.domain)) {
      name(file, foreign, node.domain, node.operator);
    }
  }

  /** Whether one of them rounds. */
  boolean quantise() {
    return quantise;
  }

  /** A function that the file itself defines out of other operators. */
  void define(Protobuf file, String domain, String name) throws NightjarException {
    name(file, defined, domain, name);
  }

  private static void name(Protobuf file, Set<String> names, String domain, String name)
      throws NightjarException {
    names.add(domain + ":" + name);
    if (names.size() > MOST_NAMES) {
      throw file.refused("more than " + MOST_NAMES + " operators that ONNX does not know");
    }
  }

  /** Refuses operators of other domains that the file does not define. */
  void check(Protobuf file) throws NightjarException {
    foreign.removeAll(defined);
    if (!foreign.isEmpty()) {
      throw file.refused(
          "the graph needs operators that only their maker's library has: " + foreign);
    }
  }
}
