package org.nightjar.inference.internal.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.preprocess.Border;
import org.nightjar.inference.internal.preprocess.Crop;
import org.nightjar.inference.internal.preprocess.Multiple;
import org.nightjar.inference.internal.preprocess.Pad;
import org.nightjar.inference.internal.preprocess.Side;
import org.nightjar.inference.internal.preprocess.Step;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads the settings of the steps that change the size of an image. */
final class SizeStepReader {
  private static final int LONGEST_SIDE = 4096;

  private SizeStepReader() {}

  static Step read(String name, Value settings) throws NightjarException {
    return switch (name) {
      case "crop" -> crop(settings.section("size", "side"));
      case "pad" -> pad(settings.section("size", "side", "value"));
      default -> multiple(settings);
    };
  }

  private static Step crop(Section section) throws NightjarException {
    int[] size = size(section.need("size"));
    return new Crop(size[0], size[1], side(section));
  }

  private static Step pad(Section section) throws NightjarException {
    int[] size = size(section.need("size"));
    return new Pad(size[0], size[1], side(section), section.need("value").number());
  }

  private static Step multiple(Value settings) throws NightjarException {
    Section section = settings.section("of", "side", "value", "border");
    Optional<Value> border = section.find("border");
    if (border.isPresent() == section.find("value").isPresent()) {
      throw settings.wrong(
          "'multiple' takes either 'value' or 'border'",
          "Write value: 0, or border: edge, or border: reflect.");
    }
    return new Multiple(
        section.need("of").integer(2, LONGEST_SIDE),
        side(section),
        border.isPresent()
            ? new Border(Border.Kind.valueOf(upper(border.get().word("edge", "reflect"))), 0)
            : Border.of(section.need("value").number()));
  }

  private static int[] size(Value value) throws NightjarException {
    List<Value> list = value.list(2);
    if (list.size() != 2) {
      throw value.wrong("a size is [rows, columns]", "");
    }
    return new int[] {list.get(0).integer(1, LONGEST_SIDE), list.get(1).integer(1, LONGEST_SIDE)};
  }

  private static Side side(Section section) throws NightjarException {
    return Side.valueOf(upper(section.need("side").word("start", "centre", "end")));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
