package org.nightjar.inference.internal.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.golden.GoldenVector;
import org.nightjar.inference.internal.golden.JsonFile;
import org.nightjar.inference.internal.golden.Numbers;
import org.nightjar.inference.internal.golden.Pattern;
import org.nightjar.inference.internal.golden.RawFile;
import org.nightjar.inference.internal.golden.Shapes;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads one entry of {@code golden}. */
final class GoldenReader {
  private static final double DEFAULT_TOLERANCE = 1e-5;
  private static final int MOST_INLINE = 65_536;

  private final Path folder;
  private final List<String> channels;
  private final List<String> outputs;

  GoldenReader(Path folder, List<String> channels, List<String> outputs) {
    this.folder = folder;
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
      numbers.put(entry.getKey(), numbers(entry.getValue()));
    }
    return numbers;
  }

  private Numbers numbers(Value value) throws NightjarException {
    if (value.isNumber()) {
      return new Numbers.Inline(List.of((float) value.numberOrSpecial()), List.of());
    }
    if (value.isList()) {
      return inline(value, Optional.empty());
    }
    Map<String, Value> entries = value.entries();
    if (entries.containsKey("values")) {
      Section section = value.section("values", "shape");
      return inline(section.need("values"), section.find("shape"));
    }
    if (entries.containsKey("pattern")) {
      return pattern(
          value.section("pattern", "shape", "seed", "low", "high", "height", "width", "nan"));
    }
    return file(value.section("file", "shape"));
  }

  private static Numbers inline(Value value, Optional<Value> shape) throws NightjarException {
    List<Float> numbers = new ArrayList<>();
    for (Value number : value.list(MOST_INLINE)) {
      numbers.add((float) number.numberOrSpecial());
    }
    int[] extents = shape.isPresent() ? Shapes.of(shape.get()) : new int[] {numbers.size()};
    Shapes.fits(value, extents, numbers.size());
    return new Numbers.Inline(numbers, boxed(extents));
  }

  private static Numbers pattern(Section section) throws NightjarException {
    String rule = section.need("pattern").word("noise", "ramp", "peak");
    double width = section.number("width", 1);
    double nan = section.number("nan", 0);
    if (width <= 0) {
      throw section.need("width").wrong("'width' must be above 0", "");
    }
    if (nan < 0 || nan > 1) {
      throw section.need("nan").wrong("'nan' is a fraction from 0 to 1", "");
    }
    Optional<Value> seed = section.find("seed");
    return new Pattern(
        Pattern.Rule.valueOf(rule.toUpperCase(Locale.ROOT)),
        boxed(Shapes.of(section.need("shape"))),
        seed.isPresent() ? seed.get().integer(0, Integer.MAX_VALUE) : 0,
        section.number("low", 0),
        section.number("high", 1),
        section.number("height", 0),
        width,
        nan);
  }

  private Numbers file(Section section) throws NightjarException {
    Value name = section.need("file");
    Path file = inside(name);
    if (file.toString().endsWith(".json")) {
      if (section.find("shape").isPresent()) {
        throw section.need("shape").wrong("a JSON file carries its own shape", "Remove it.");
      }
      return new JsonFile(file);
    }
    return new RawFile(file, boxed(Shapes.of(section.need("shape"))));
  }

  private Path inside(Value name) throws NightjarException {
    try {
      Path file = folder.resolve(name.text()).normalize();
      if (file.startsWith(folder.normalize())
          && (!Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath()))) {
        return file;
      }
    } catch (IOException e) {
      throw name.wrong("'" + name.text() + "' cannot be looked at: " + e, "");
    } catch (InvalidPathException e) {
      throw name.wrong("'" + name.text() + "' is not a path: " + e.getReason(), "");
    }
    throw name.wrong(
        "'" + name.text() + "' lies outside the package", "Put the file beside the manifest.");
  }

  private static List<Integer> boxed(int[] extents) {
    return Arrays.stream(extents).boxed().toList();
  }
}
