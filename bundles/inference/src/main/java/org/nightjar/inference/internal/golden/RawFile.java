package org.nightjar.inference.internal.golden;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Tensor;

/**
 * A file of little-endian float32, last axis fastest, nothing else in it.
 *
 * @param file the file
 * @param shape shape of its numbers
 */
public record RawFile(Path file, List<Integer> shape) implements Numbers {
  /** Copies the shape. */
  public RawFile {
    shape = List.copyOf(shape);
  }

  @Override
  public Optional<Path> source() {
    return Optional.of(file);
  }

  @Override
  public Tensor tensor() throws NightjarException {
    int[] extents = shape.stream().mapToInt(Integer::intValue).toArray();
    int size = 1;
    for (int extent : extents) {
      size = Math.multiplyExact(size, extent);
    }
    try {
      long bytes = Files.size(file);
      if (bytes != (long) size * Float.BYTES) {
        throw NightjarException.of(
            StandardError.BAD_CONFIGURATION,
            bytes + " bytes are not float32 of shape " + shape,
            file.toString(),
            "The file must hold " + (long) size * Float.BYTES + " bytes.");
      }
      float[] values = new float[size];
      ByteBuffer.wrap(Files.readAllBytes(file))
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
      return Tensor.of(values, extents);
    } catch (IOException e) {
      throw NightjarException.of(StandardError.UNREADABLE, e.toString(), file.toString(), "");
    }
  }
}
