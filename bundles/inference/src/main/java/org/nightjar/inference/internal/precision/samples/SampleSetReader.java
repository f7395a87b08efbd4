package org.nightjar.inference.internal.precision.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.golden.Numbers;
import org.nightjar.inference.internal.manifest.InsideFolder;
import org.nightjar.inference.internal.manifest.NumbersReader;
import org.nightjar.inference.internal.model.Checksum;
import org.nightjar.inference.internal.preprocess.Preprocessing;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Value;
import org.nightjar.yaml.YamlFile;

/**
 * Reads {@code samples.yaml}. Strict: an unknown key, a wrong type or a shape that does not fit is
 * an error with file, line and a suggestion. The format is described in this bundle's README.
 */
public final class SampleSetReader {
  /** File name of the description in a folder of samples. */
  public static final String FILE = "samples.yaml";

  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_SAMPLES = 1 << 20;
  private static final int MOST_CHANNELS = 1024;
  private static final int MOST_AXES = 4;

  private final InsideFolder folder;
  private final NumbersReader numbers;
  private final List<Path> files = new ArrayList<>();
  private final List<Stack> open = new ArrayList<>();

  private SampleSetReader(Path folder) {
    this.folder = new InsideFolder(folder);
    this.numbers = new NumbersReader(folder);
  }

  /**
   * Opens the samples of a folder.
   *
   * @param wanted channels that are read; the folder may hold more
   * @throws NightjarException {@code UNREADABLE}, {@code TOO_LARGE} or {@code BAD_CONFIGURATION}
   */
  public static SampleSet open(Path folder, List<String> wanted) throws NightjarException {
    SampleSetReader reader = new SampleSetReader(folder);
    boolean complete = false;
    try {
      SampleSet set = reader.read(folder, wanted);
      complete = true;
      return set;
    } finally {
      if (!complete) {
        for (Stack stack : reader.open) {
          stack.close();
        }
      }
    }
  }

  private SampleSet read(Path folder, List<String> wanted) throws NightjarException {
    Path file = folder.resolve(FILE);
    files.add(file);
    Section section = YamlFile.read(file, MOST_BYTES).section("about", "channels", "labels");
    Value declared = section.need("channels");
    Map<String, Value> entries = declared.entries();
    if (entries.isEmpty() || entries.size() > MOST_CHANNELS) {
      throw declared.wrong("'channels' names between 1 and " + MOST_CHANNELS + " channels", "");
    }
    Map<String, Stack> channels = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : entries.entrySet()) {
      channels.put(entry.getKey(), channel(entry.getValue()));
    }
    int samples = channels.values().iterator().next().size();
    for (Map.Entry<String, Stack> channel : channels.entrySet()) {
      same(samples, channel.getValue(), entries.get(channel.getKey()));
    }
    Optional<Stack> labels = Optional.empty();
    if (section.find("labels").isPresent()) {
      Value value = section.need("labels");
      labels = Optional.of(stack(value));
      same(samples, labels.get(), value);
    }
    for (String name : wanted) {
      if (!channels.containsKey(name)) {
        throw declared.wrong(
            "the model takes a channel '" + name + "', which is not here",
            Suggestion.remedy(name, channels.keySet()));
      }
    }
    Map<String, Stack> taken = new LinkedHashMap<>();
    wanted.forEach(name -> taken.put(name, channels.get(name)));
    for (Map.Entry<String, Stack> channel : channels.entrySet()) {
      if (!taken.containsKey(channel.getKey())) {
        channel.getValue().close();
      }
    }
    return new SampleSet(folder, section.text("about", ""), Checksum.of(files), taken, labels);
  }

  private Stack channel(Value value) throws NightjarException {
    Stack stack = stack(value);
    int axes = stack.at(0).shape().length;
    if (axes != 0 && axes != 2) {
      throw value.wrong(
          "channel '" + value.key() + "' has " + (axes + 1) + " axes",
          "Images are [samples, rows, columns], single numbers [samples].");
    }
    return stack;
  }

  private static void same(int samples, Stack stack, Value value) throws NightjarException {
    if (stack.size() != samples) {
      throw value.wrong(
          "'" + value.key() + "' has " + stack.size() + " samples, others have " + samples,
          "The first axis is the sample, in all of them.");
    }
  }

  private Stack stack(Value value) throws NightjarException {
    Stack stack = isRaw(value) ? raw(value.section("file", "shape")) : small(value);
    open.add(stack);
    return stack;
  }

  private static boolean isRaw(Value value) throws NightjarException {
    if (value.isNumber() || value.isList()) {
      return false;
    }
    Value file = value.entries().get("file");
    return file != null && !file.text().endsWith(".json");
  }

  private Stack raw(Section section) throws NightjarException {
    Path file = folder.resolve(section.need("file"));
    Value declared = section.need("shape");
    List<Value> extents = declared.list(MOST_AXES);
    if (extents.isEmpty()) {
      throw declared.wrong("a shape begins with the number of samples", "");
    }
    int[] shape = new int[extents.size()];
    shape[0] = extents.get(0).integer(1, MOST_SAMPLES);
    long each = 1;
    for (int axis = 1; axis < shape.length; axis++) {
      shape[axis] = extents.get(axis).integer(1, Preprocessing.MOST_PIXELS);
      each = Math.min(each * shape[axis], Preprocessing.MOST_PIXELS + 1L);
    }
    if (each > Preprocessing.MOST_PIXELS) {
      throw declared.wrong("more than " + Preprocessing.MOST_PIXELS + " numbers in a sample", "");
    }
    files.add(file);
    if (!Files.isRegularFile(file)) {
      throw section.need("file").wrong("there is no such file", "");
    }
    try {
      return FileStack.open(file, shape);
    } catch (NightjarException e) {
      throw section.need("file").wrong(e.problem().message(), e.problem().remedy());
    }
  }

  private Stack small(Value value) throws NightjarException {
    Numbers declared = numbers.data(value);
    declared.source().ifPresent(files::add);
    var all = declared.tensor();
    if (all.shape().length == 0 || all.size() == 0) {
      throw value.wrong(
          "'" + value.key() + "' is a single number", "Give one for each sample, as a list.");
    }
    return new MemoryStack(all);
  }
}
