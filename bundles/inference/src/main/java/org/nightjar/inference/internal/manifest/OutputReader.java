package org.nightjar.inference.internal.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.preprocess.InputSpec;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads one entry of {@code outputs}. */
final class OutputReader {
  private static final int MOST_CLASSES = 4096;

  private final List<String> openAxes;

  /** A reader of the outputs of a network with these inputs. */
  OutputReader(List<InputSpec> inputs) {
    this.openAxes =
        inputs.stream()
            .flatMap(input -> input.axes().stream())
            .filter(axis -> !axis.isEmpty())
            .distinct()
            .toList();
  }

  OutputSpec read(Value value) throws NightjarException {
    Section section = value.section("name", "meaning", "kind", "classes", "shape");
    Optional<BatchShape> shape = shape(section);
    return new OutputSpec(
        section.need("name").text(),
        section.need("meaning").text(),
        section.need("kind").word("probability", "logit", "mask", "latent", "value"),
        classes(section),
        shape.map(BatchShape::extents),
        shape.map(BatchShape::axes).orElse(List.of()));
  }

  // Room for an output is made before the run, so every open extent must be known from the inputs.
  private Optional<BatchShape> shape(Section section) throws NightjarException {
    Optional<Value> declared = section.find("shape");
    if (declared.isEmpty()) {
      if (!openAxes.isEmpty()) {
        throw section
            .need("name")
            .wrong(
                "an output of a network of any size must declare its shape",
                "Add a shape; where it follows the input, use the input's words " + openAxes + ".");
      }
      return Optional.empty();
    }
    BatchShape shape = BatchShape.read(declared.get());
    for (String axis : shape.axes()) {
      if (!axis.isEmpty() && !openAxes.contains(axis)) {
        throw declared
            .get()
            .wrong(
                "no input has an open extent '" + axis + "'",
                openAxes.isEmpty()
                    ? "Write a number."
                    : "Use one of the words of the inputs, " + openAxes + ", or a number.");
      }
    }
    return Optional.of(shape);
  }

  /** Names of elements; empty if there are none. */
  static List<String> classes(Section section) throws NightjarException {
    List<String> classes = new ArrayList<>();
    Optional<Value> names = section.find("classes");
    if (names.isPresent()) {
      for (Value name : names.get().list(MOST_CLASSES)) {
        classes.add(name.text());
      }
    }
    return classes;
  }
}
