package org.nightjar.onnx.quantise;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a quantiser leaves alone, and how finely it rounds.
 *
 * @param floatNodes nodes that stay in single precision, by their name or the name of what they
 *     make; most often the first, whose input is the image, and the last, whose output is the
 *     answer
 * @param floatOperators operators that stay in single precision wherever they are, such as {@code
 *     Gemm}
 * @param weightBits 8, or 7: processors without VNNI instructions add products of bytes in 16 bits,
 *     which 8-bit weights can overflow
 */
public record QuantiserOptions(Set<String> floatNodes, Set<String> floatOperators, int weightBits) {

  /** Everything that can be quantised is, with weights of 8 bits. */
  public static final QuantiserOptions ALL = new QuantiserOptions(Set.of(), Set.of(), 8);

  /** Copies the sets. */
  public QuantiserOptions {
    floatNodes = Set.copyOf(floatNodes);
    floatOperators = Set.copyOf(floatOperators);
    if (weightBits != 7 && weightBits != 8) {
      throw new IllegalArgumentException("weights have 7 or 8 bits, not " + weightBits);
    }
  }

  /** The same with more nodes in single precision. */
  public QuantiserOptions keepNodes(String... names) {
    return new QuantiserOptions(joined(floatNodes, names), floatOperators, weightBits);
  }

  /** The same with more operators in single precision. */
  public QuantiserOptions keepOperators(String... operators) {
    return new QuantiserOptions(floatNodes, joined(floatOperators, operators), weightBits);
  }

  /** The same with weights of 7 or 8 bits. */
  public QuantiserOptions withWeightBits(int bits) {
    return new QuantiserOptions(floatNodes, floatOperators, bits);
  }

  private static Set<String> joined(Set<String> set, String... more) {
    Set<String> joined = new LinkedHashSet<>(set);
    joined.addAll(Arrays.asList(more));
    return joined;
  }
}
