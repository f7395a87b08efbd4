package org.nightjar.inference.internal.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.preprocess.InputSpec;
import org.nightjar.inference.internal.preprocess.Layout;
import org.nightjar.inference.internal.preprocess.Step;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads one entry of {@code inputs}. */
final class InputReader {
  private static final int MOST_CHANNELS = 1024;
  private static final int MOST_STEPS = 32;

  private InputReader() {}

  static InputSpec read(Value value) throws NightjarException {
    Section section =
        value.section("name", "dtype", "shape", "layout", "channels", "preprocessing");
    section.need("dtype").word("float32");
    BatchShape declaredShape = BatchShape.read(section.need("shape"));
    List<Integer> shape = declaredShape.extents();
    Layout layout = layout(section, shape);
    List<String> channels = channels(section.need("channels"));
    int declared =
        switch (layout) {
          case CHANNELS_FIRST, FEATURES -> shape.get(0);
          case CHANNELS_LAST -> shape.get(2);
          case SINGLE -> 1;
        };
    if (declared == InputSpec.OPEN) {
      throw section
          .need("shape")
          .wrong(
              "the axis of the channels cannot be open",
              "Only rows and columns can; write the number of channels.");
    }
    if (declared != channels.size()) {
      throw section
          .need("channels")
          .wrong(
              channels.size() + " channels do not fit the shape, which has room for " + declared,
              "");
    }
    List<Step> steps = new ArrayList<>();
    for (Value step : section.need("preprocessing").list(MOST_STEPS)) {
      steps.add(StepReader.read(step, channels.size(), kind(layout, shape)));
    }
    return new InputSpec(
        section.need("name").text(), shape, declaredShape.axes(), layout, channels, steps);
  }

  private static StepReader.Kind kind(Layout layout, List<Integer> shape) {
    if (layout == Layout.FEATURES) {
      return StepReader.Kind.NUMBERS;
    }
    return shape.contains(InputSpec.OPEN) ? StepReader.Kind.OPEN_IMAGE : StepReader.Kind.IMAGE;
  }

  private static Layout layout(Section section, List<Integer> shape) throws NightjarException {
    Optional<Value> declared = section.find("layout");
    if (shape.size() == 3) {
      boolean first =
          section.need("layout").word("channels-first", "channels-last").equals("channels-first");
      return first ? Layout.CHANNELS_FIRST : Layout.CHANNELS_LAST;
    }
    if (declared.isPresent()) {
      throw declared.get().wrong("'layout' is for images with a channel axis", "Remove it.");
    }
    return switch (shape.size()) {
      case 1 -> Layout.FEATURES;
      case 2 -> Layout.SINGLE;
      default ->
          throw section
              .need("shape")
              .wrong(
                  "an input has one, two or three axes behind the batch axis",
                  "Write [N, features], [N, rows, columns], or an image with channels.");
    };
  }

  private static List<String> channels(Value value) throws NightjarException {
    List<String> channels = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Value channel : value.list(MOST_CHANNELS)) {
      if (!seen.add(channel.text())) {
        throw channel.wrong("channel '" + channel.text() + "' appears twice", "");
      }
      channels.add(channel.text());
    }
    return channels;
  }
}
