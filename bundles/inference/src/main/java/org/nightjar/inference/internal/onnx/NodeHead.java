package org.nightjar.inference.internal.onnx;

import java.util.ArrayList;
import java.util.List;

/** What matters of a node before the engine sees it. */
final class NodeHead {
  /** Inputs by position, as far as they matter. */
  private static final int MOST_INPUTS = 4;

  private final List<String> inputs = new ArrayList<>();
  String operator = "";
  String domain = "";
  private String output = "";

  /** The next input. */
  void input(String name) {
    if (inputs.size() < MOST_INPUTS) {
      inputs.add(name);
    }
  }

  /** The next output; the first is the one that counts. */
  void output(String name) {
    if (output.isEmpty()) {
      output = name;
    }
  }

  String output() {
    return output;
  }

  /** The name of an input, empty if it has none there. */
  String input(int position) {
    return position < inputs.size() ? inputs.get(position) : "";
  }
}
