package org.nightjar.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.onnx.internal.codec.ModelCodec;
import org.nightjar.onnx.internal.wire.WireWriter;
import org.nightjar.onnx.model.OnnxModel;

/** Writes ONNX files. The same model gives the same bytes. */
public final class OnnxWriter {

  private OnnxWriter() {}

  /**
   * Writes a file, replacing one that is there. The name shows the whole file or the former one:
   * what is written lies beside it as {@code NAME.part} until it is complete.
   *
   * @throws NightjarException {@code TOO_LARGE} beyond {@link OnnxReader#MOST_BYTES}
   * @throws IOException if it cannot be written
   */
  public static void write(OnnxModel model, Path file) throws NightjarException, IOException {
    WireWriter content = content(model, file.toString());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      content.writeTo(channel);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * The file in memory.
   *
   * @throws NightjarException {@code TOO_LARGE} beyond {@link OnnxReader#MOST_BYTES}
   */
  public static byte[] bytes(OnnxModel model) throws NightjarException {
    WireWriter content = content(model, model.graph().name());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) content.size());
    try {
      content.writeTo(Channels.newChannel(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static WireWriter content(OnnxModel model, String place) throws NightjarException {
    WireWriter content = ModelCodec.write(model);
    if (content.size() > OnnxReader.MOST_BYTES) {
      throw NightjarException.of(
          StandardError.TOO_LARGE,
          "the model has "
              + content.size()
              + " bytes, at most "
              + OnnxReader.MOST_BYTES
              + " fit into one file",
          place,
          "Store its weights in half precision.");
    }
    return content;
  }
}
