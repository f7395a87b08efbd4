package org.nightjar.inference.internal.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.golden.GoldenVector;
import org.nightjar.inference.internal.preprocess.InputSpec;
import org.nightjar.inference.internal.trust.Derivations;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;
import org.nightjar.yaml.YamlFile;

/**
 * Reads {@code model.yaml}. Strict: an unknown key, a wrong type or a name that does not fit is an
 * error with file, line and a suggestion. The format is described in this bundle's README.
 */
public final class ManifestReader {
  /** Most bytes of a manifest. */
  public static final int MOST_BYTES = 1 << 20;

  private static final int MOST_PORTS = 16;
  private static final int MOST_GOLDEN = 64;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+_-]{0,63}");

  private ManifestReader() {}

  /**
   * Reads a manifest; files that it names are looked for in its folder.
   *
   * @throws NightjarException {@code UNREADABLE}, {@code TOO_LARGE} or {@code BAD_CONFIGURATION}
   */
  public static Manifest read(Path file) throws NightjarException {
    return read(YamlFile.read(file, MOST_BYTES), file.toAbsolutePath().getParent());
  }

  private static Manifest read(Value root, Path folder) throws NightjarException {
    Section section =
        root.section(
            "id",
            "version",
            "task",
            "precision",
            "license",
            "inputs",
            "outputs",
            "derived",
            "thresholds",
            "golden",
            "card");
    List<InputSpec> inputs = new ArrayList<>();
    for (Value input : ports(section.need("inputs"))) {
      inputs.add(InputReader.read(input));
    }
    List<OutputSpec> outputs = new ArrayList<>();
    OutputReader outputReader = new OutputReader(inputs);
    for (Value output : ports(section.need("outputs"))) {
      outputs.add(outputReader.read(output));
    }
    NumbersReader numbers = new NumbersReader(folder);
    Derivations derived = new DerivedReader(numbers, outputs).read(section.find("derived"));
    return new Manifest(
        name(section.need("id"), ID, "lower-case letters, digits, '.', '_' and '-'"),
        name(section.need("version"), VERSION, "letters, digits, '.', '+', '_' and '-'"),
        section.need("task").text(),
        section.need("precision").word("float32", "float16-weights", "int8"),
        section.need("license").text(),
        inputs,
        outputs,
        derived,
        thresholds(section.find("thresholds")),
        golden(section.find("golden"), numbers, inputs, outputs, derived),
        card(section.find("card")));
  }

  // The two become folder names, so they are kept to what is safe in a path.
  private static String name(Value value, Pattern allowed, String words) throws NightjarException {
    String text = value.text();
    if (!allowed.matcher(text).matches()) {
      throw value.wrong(
          "'" + value.key() + "' cannot be '" + text + "'",
          "Use 1 to 64 " + words + ", beginning with a letter or digit.");
    }
    return text;
  }

  private static List<Value> ports(Value value) throws NightjarException {
    List<Value> list = value.list(MOST_PORTS);
    if (list.isEmpty()) {
      throw value.wrong("'" + value.key() + "' must not be empty", "");
    }
    return list;
  }

  private static List<GoldenVector> golden(
      Optional<Value> vectors,
      NumbersReader numbers,
      List<InputSpec> inputs,
      List<OutputSpec> outputs,
      Derivations derived)
      throws NightjarException {
    List<String> channels =
        inputs.stream().flatMap(input -> input.channels().stream()).distinct().toList();
    List<String> names =
        Stream.concat(outputs.stream().map(OutputSpec::name), derived.names().stream()).toList();
    GoldenReader reader = new GoldenReader(numbers, channels, names);
    List<GoldenVector> golden = new ArrayList<>();
    if (vectors.isPresent()) {
      for (Value vector : vectors.get().list(MOST_GOLDEN)) {
        golden.add(reader.read(vector));
      }
    }
    return golden;
  }

  private static Map<String, Double> thresholds(Optional<Value> value) throws NightjarException {
    Map<String, Double> thresholds = new LinkedHashMap<>();
    if (value.isPresent()) {
      for (Map.Entry<String, Value> entry : value.get().entries().entrySet()) {
        thresholds.put(entry.getKey(), entry.getValue().number());
      }
    }
    return thresholds;
  }

  private static Map<String, String> card(Optional<Value> value) throws NightjarException {
    Map<String, String> card = new LinkedHashMap<>();
    if (value.isPresent()) {
      for (Map.Entry<String, Value> entry : value.get().entries().entrySet()) {
        card.put(entry.getKey(), entry.getValue().text());
      }
    }
    return card;
  }
}
