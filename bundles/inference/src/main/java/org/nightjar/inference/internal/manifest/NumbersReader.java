package org.nightjar.inference.internal.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.golden.JsonFile;
import org.nightjar.inference.internal.golden.Numbers;
import org.nightjar.inference.internal.golden.Pattern;
import org.nightjar.inference.internal.golden.RawFile;
import org.nightjar.inference.internal.golden.Shapes;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads numbers that are written in a manifest, made by a pattern, or lie in a file beside it. */
final class NumbersReader {
  private static final int MOST_INLINE = 65_536;

  private final Path folder;

  /** A reader for a manifest in this folder. */
  NumbersReader(Path folder) {
    this.folder = folder;
  }

  /** Numbers from anywhere. */
  Numbers read(Value value) throws NightjarException {
    if (!value.isNumber() && !value.isList() && value.entries().containsKey("pattern")) {
      return pattern(
          value.section("pattern", "shape", "seed", "low", "high", "height", "width", "nan"));
    }
    return data(value);
  }

  /** Numbers that somebody measured: from anywhere but a pattern. */
  Numbers data(Value value) throws NightjarException {
    if (value.isNumber()) {
      return new Numbers.Inline(List.of((float) value.numberOrSpecial()), List.of());
    }
    if (value.isList()) {
      return inline(value, Optional.empty());
    }
    if (value.entries().containsKey("values")) {
      Section section = value.section("values", "shape");
      return inline(section.need("values"), section.find("shape"));
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
