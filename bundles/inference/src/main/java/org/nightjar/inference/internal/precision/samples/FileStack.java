package org.nightjar.inference.internal.precision.samples;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Tensor;

/**
 * A stack in a file of little-endian float32, last axis fastest, nothing else in it. One sample is
 * in memory at a time. Any number of threads may read.
 */
final class FileStack implements Stack {
  private final Path file;
  private final FileChannel channel;
  private final int samples;
  private final int[] each;
  private final int length;

  private FileStack(Path file, FileChannel channel, int[] shape) {
    this.file = file;
    this.channel = channel;
    this.samples = shape[0];
    this.each = Arrays.copyOfRange(shape, 1, shape.length);
    this.length = Arrays.stream(each).reduce(1, Math::multiplyExact);
  }

  /**
   * Opens a file.
   *
   * @param shape its shape, the sample first, each of bounded size
   * @throws NightjarException {@code UNREADABLE}, or {@code BAD_CONFIGURATION} if it has not the
   *     size of the shape
   */
  static FileStack open(Path file, int... shape) throws NightjarException {
    try {
      long wanted =
          Float.BYTES * Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
      if (Files.size(file) != wanted) {
        throw NightjarException.of(
            StandardError.BAD_CONFIGURATION,
            Files.size(file) + " bytes are not float32 of shape " + Arrays.toString(shape),
            file.toString(),
            "The file must hold " + wanted + " bytes.");
      }
      return new FileStack(file, FileChannel.open(file), shape);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public int size() {
    return samples;
  }

  @Override
  public Tensor at(int sample) throws NightjarException {
    ByteBuffer bytes = ByteBuffer.allocate(length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    long start = (long) sample * bytes.capacity();
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, start + bytes.position()) < 0) {
          throw new EOFException("the file became shorter while it was read");
        }
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    float[] values = new float[length];
    bytes.flip().asFloatBuffer().get(values);
    return Tensor.of(values, each);
  }

  @Override
  public void close() throws NightjarException {
    try {
      channel.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static NightjarException unreadable(Path file, IOException e) {
    return new NightjarException(
        NightjarException.of(StandardError.UNREADABLE, e.toString(), file.toString(), "").problem(),
        e);
  }
}
