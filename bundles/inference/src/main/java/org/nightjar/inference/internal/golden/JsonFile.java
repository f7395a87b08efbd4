package org.nightjar.inference.internal.golden;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;
import org.nightjar.yaml.YamlFile;

/**
 * A file {@code {"shape": [2, 2], "values": [1, 2, 3, null]}}; null is NaN.
 *
 * @param file the file
 */
public record JsonFile(Path file) implements Numbers {
  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_VALUES = 1 << 20;

  @Override
  public Optional<Path> source() {
    return Optional.of(file);
  }

  @Override
  public Tensor tensor() throws NightjarException {
    // JSON is YAML, so the reader that is here anyhow will do.
    Section section = YamlFile.read(file, MOST_BYTES).section("shape", "values");
    int[] shape = Shapes.of(section.need("shape"));
    List<Value> list = section.need("values").list(MOST_VALUES);
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) list.get(i).numberOrSpecial();
    }
    Shapes.fits(section.need("values"), shape, values.length);
    return Tensor.of(values, shape);
  }
}
