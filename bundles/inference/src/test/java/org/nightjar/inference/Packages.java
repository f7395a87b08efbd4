package org.nightjar.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Model packages for tests: {@code y = x + bias} over a 2 x 3 image. */
public final class Packages {
  private Packages() {}

  /** A manifest for {@link TinyOnnx#add} over {@code [N, 2, 3]}. */
  public static String manifest(String id, String version, String golden) {
    return """
        id: %s
        version: "%s"
        task: transients
        precision: float32
        license: Apache-2.0
        inputs:
          - name: x
            dtype: float32
            shape: [N, 2, 3]
            channels: [science]
            preprocessing:
              - fill: {nonfinite: 0}
        outputs:
          - name: y
            meaning: the image, brighter
            kind: value
        %s
        """
        .formatted(id, version, golden);
  }

  /** A golden vector for an image 1, 2, NaN, 4, 5, 6 and this bias. */
  public static String golden(float bias) {
    return """
        golden:
          - name: hand
            inputs: {science: {values: [1, 2, .nan, 4, 5, 6], shape: [2, 3]}}
            outputs: {y: [%s, %s, %s, %s, %s, %s]}
            tolerance: 1.0e-6
        """
        .formatted(1 + bias, 2 + bias, bias, 4 + bias, 5 + bias, 6 + bias);
  }

  /** Writes a package folder. */
  public static Path write(Path folder, String manifest, byte[] graph) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("model.yaml"), manifest);
      Files.write(folder.resolve("model.onnx"), graph);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
