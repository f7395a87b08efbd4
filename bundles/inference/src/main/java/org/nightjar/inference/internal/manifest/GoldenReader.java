package org.nightjar.inference.internal.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.golden.GoldenVector;
import org.nightjar.inference.internal.golden.Numbers;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads one entry of {@code golden}. */
final class GoldenReader {
  private static final double DEFAULT_TOLERANCE = 1e-5;

  private final NumbersReader reader;
  private final List<String> channels;
  private final List<String> outputs;

  GoldenReader(NumbersReader reader, List<String> channels, List<String> outputs) {
    this.reader = reader;
    this.channels = channels;
    this.outputs = outputs;
  }

  GoldenVector read(Value value) throws NightjarException {
    Section section = value.section("name", "inputs", "outputs", "tolerance");
    double tolerance = section.number("tolerance", DEFAULT_TOLERANCE);
    if (tolerance < 0) {
      throw section.need("tolerance").wrong("'tolerance' must not be negative", "");
    }
    Map<String, Numbers> inputs = numbers(section.need("inputs"), channels);
    for (String channel : channels) {
      section.need("inputs").section(channels.toArray(String[]::new)).need(channel);
    }
    Map<String, Numbers> expected = numbers(section.need("outputs"), outputs);
    if (expected.isEmpty()) {
      throw section.need("outputs").wrong("a golden vector expects at least one output", "");
    }
    return new GoldenVector(section.need("name").text(), inputs, expected, tolerance);
  }

  private Map<String, Numbers> numbers(Value value, List<String> names) throws NightjarException {
    value.section(names.toArray(String[]::new));
    Map<String, Numbers> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : value.entries().entrySet()) {
      numbers.put(entry.getKey(), reader.read(entry.getValue()));
    }
    return numbers;
  }
}
