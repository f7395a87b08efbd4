package org.nightjar.inference.internal.precision.samples;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes samples as a person would. */
public final class SampleFolder {
  private final Path folder;

  /** In a folder that need not be there. */
  public SampleFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Writes samples.yaml. */
  public Path yaml(String text) throws IOException {
    Files.writeString(folder.resolve(SampleSetReader.FILE), text);
    return folder;
  }

  /** Writes a file of float32. */
  public SampleFolder file(String name, float... values) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    Files.write(folder.resolve(name), bytes.array());
    return this;
  }
}
