package org.nightjar.inference.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.Packages;
import org.nightjar.inference.TinyOnnx;

/** Files that change what a model says belong to it. */
class DerivedFilesTest {
  private static final String DERIVED =
      """
      derived:
        - name: far
          kind: distance
          of: y
          mahalanobis:
            mean: {file: trust/mean.json}
            whitening: {file: trust/white.json}
        - name: again
          kind: distance
          of: y
          mahalanobis:
            mean: {file: trust/mean.json}
            whitening: {file: trust/white.json}
      """;

  @TempDir private Path folder;
  private Path source;

  @BeforeEach
  void write() throws IOException {
    source =
        Packages.write(
            folder.resolve("source"),
            Packages.manifest("tiny", "1.0", DERIVED),
            TinyOnnx.add(0.5f, 2, 3));
    Files.createDirectory(source.resolve("trust"));
    numbers("mean", "[1, 6]", "[0, 0, 0, 0, 0, 0]");
    numbers("white", "[1, 6]", "[1, 0, 0, 0, 0, 0]");
  }

  private void numbers(String name, String shape, String values) throws IOException {
    Files.writeString(
        source.resolve("trust/" + name + ".json"),
        "{\"shape\": " + shape + ", \"values\": " + values + "}");
  }

  private String concatenated(String... files) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String file : files) {
      bytes.writeBytes(Files.readAllBytes(source.resolve(file)));
    }
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
  }

  @Test
  void theChecksumCoversThemOnceInOrder() throws Exception {
    assertThat(ModelPackage.read(source).sha256())
        .isEqualTo(concatenated("model.yaml", "model.onnx", "trust/mean.json", "trust/white.json"));
  }

  @Test
  void packagesWithoutThemKeepTheirChecksum() throws Exception {
    Files.writeString(
        source.resolve("model.yaml"), Packages.manifest("tiny", "1.0", Packages.golden(0.5f)));
    assertThat(ModelPackage.read(source).sha256())
        .isEqualTo(concatenated("model.yaml", "model.onnx"));
  }

  @Test
  void anotherFileIsAnotherModel() throws IOException, NightjarException {
    String before = ModelPackage.read(source).sha256();
    numbers("mean", "[1, 6]", "[9, 0, 0, 0, 0, 0]");
    assertThat(ModelPackage.read(source).sha256()).isNotEqualTo(before);
  }

  @Test
  void theyAreInstalledWithTheModel() throws NightjarException {
    ModelPackage read = ModelPackage.read(source);
    ModelStore store = new ModelStore(folder.resolve("models"));
    store.install(read);
    Path installed = store.folder("tiny", "1.0");
    assertThat(installed.resolve("trust/mean.json")).exists();
    assertThat(ModelPackage.read(installed).sha256()).isEqualTo(read.sha256());
    assertThat(ModelPackage.read(installed).manifest().derived().files())
        .containsExactly(
            installed.resolve("trust/mean.json"), installed.resolve("trust/white.json"));
  }

  @Test
  void aPackageWithoutThemIsRefused() throws IOException {
    Files.delete(source.resolve("trust/white.json"));
    assertThatThrownBy(() -> ModelPackage.read(source))
        .hasMessageContaining("UNREADABLE")
        .hasMessageContaining("white.json");
  }
}
