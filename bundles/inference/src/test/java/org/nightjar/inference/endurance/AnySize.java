package org.nightjar.inference.endurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.environment.Folders;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.inference.internal.service.TestSettings;
import org.nightjar.onnx.OnnxWriter;
import org.nightjar.onnx.samples.UNet;

/** A small U-Net that takes images of any size, as a package, and images for it. */
final class AnySize {
  private static final int BASE = 8;
  private static final int LEVELS = 3;

  private AnySize() {}

  static ModelPackage write(Path folder, String id, String version)
      throws IOException, NightjarException {
    Files.createDirectories(folder);
    OnnxWriter.write(UNet.network(1, BASE, LEVELS), folder.resolve("model.onnx"));
    Files.writeString(
        folder.resolve("model.yaml"),
        """
        id: %s
        version: "%s"
        task: masks
        precision: float32
        license: Apache-2.0
        inputs:
          - name: image
            dtype: float32
            shape: [N, 1, rows, columns]
            layout: channels-first
            channels: [image]
            preprocessing:
              - multiple: {of: 8, side: end, value: 0}
        outputs:
          - name: mask
            meaning: of random weights
            kind: mask
            shape: [N, 1, rows, columns]
        """
            .formatted(id, version));
    return ModelPackage.read(folder);
  }

  static Sample image(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[rows * columns];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextDouble();
    }
    return new Sample(Map.of("image", Tensor.of(pixels, rows, columns)));
  }

  /** A service with these models. */
  static InferenceService service(Path folder, Map<String, Object> settings, List<String> ids)
      throws Exception {
    Path data = folder.resolve("data");
    InferenceService service =
        new InferenceService(new Folders(data, data), TestSettings.with(settings));
    service.start();
    for (String id : ids) {
      service.loaded().add(write(folder.resolve(id), id, "1"), Optional.empty());
    }
    return service;
  }
}
