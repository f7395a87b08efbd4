package org.nightjar.inference.internal.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.golden.Numbers;
import org.nightjar.yaml.Value;

/** Reads the arrays of one derived output, at once, and remembers which files they came from. */
final class DataReader {
  private final NumbersReader numbers;
  private final List<Path> files = new ArrayList<>();

  DataReader(NumbersReader numbers) {
    this.numbers = numbers;
  }

  /** Finite numbers of one of these ranks. */
  Tensor read(Value value, Integer... ranks) throws NightjarException {
    Numbers declared = numbers.data(value);
    declared.source().ifPresent(files::add);
    Tensor tensor = declared.tensor();
    int rank = tensor.shape().length;
    if (!List.of(ranks).contains(rank)) {
      throw value.wrong(
          "'" + value.key() + "' has " + rank + " axes",
          "Give one of " + List.of(ranks) + ", by 'shape'.");
    }
    for (int i = 0; i < tensor.size(); i++) {
      if (!Float.isFinite(tensor.at(i))) {
        throw value.wrong("'" + value.key() + "' holds " + tensor.at(i) + " at index " + i, "");
      }
    }
    return tensor;
  }

  List<Path> files() {
    return files;
  }
}
