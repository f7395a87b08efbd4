package org.nightjar.onnx;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.onnx.internal.codec.ModelCodec;
import org.nightjar.onnx.internal.wire.WireReader;
import org.nightjar.onnx.model.OnnxModel;

/**
 * Reads ONNX files, which may be hostile: every length is compared with the bytes that are there
 * before memory is taken for it. Beside the file itself, whose bytes become the tensors' values, at
 * most 4 million nodes, names and numbers are made, and 512 MiB of numbers that lie in the file in
 * a packed form.
 */
public final class OnnxReader {
  /** Most bytes of a file: below the 2 GiB of protobuf by what an array of the JVM cannot hold. */
  public static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

  private OnnxReader() {}

  /**
   * Reads a file.
   *
   * @throws NightjarException {@code MODEL_REFUSED} with the byte: no ONNX model, damaged, larger
   *     than {@link #MOST_BYTES}, nested deeper than 64 messages, or with weights in other files;
   *     {@code UNREADABLE}
   */
  public static OnnxModel read(Path file) throws NightjarException {
    if (!Files.isRegularFile(file)) {
      throw NightjarException.of(
          StandardError.UNREADABLE, "there is no such file", file.toString(), "");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return parse(whole(channel, file), file.toString());
    } catch (IOException e) {
      throw NightjarException.of(StandardError.UNREADABLE, e.toString(), file.toString(), "");
    }
  }

  /**
   * Reads a file that is in memory; the bytes are copied.
   *
   * @param place what to call it in errors
   * @throws NightjarException {@code MODEL_REFUSED}, as {@link #read(Path)}
   */
  public static OnnxModel read(byte[] file, String place) throws NightjarException {
    return parse(ByteBuffer.wrap(file.clone()), place);
  }

  private static ByteBuffer whole(FileChannel channel, Path file)
      throws IOException, NightjarException {
    long size = channel.size();
    if (size > MOST_BYTES) {
      throw NightjarException.of(
          StandardError.MODEL_REFUSED,
          "the file has " + size + " bytes, at most " + MOST_BYTES + " are read",
          file.toString(),
          "");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return bytes.flip();
  }

  private static OnnxModel parse(ByteBuffer bytes, String place) throws NightjarException {
    return ModelCodec.read(WireReader.over(bytes, place));
  }
}
