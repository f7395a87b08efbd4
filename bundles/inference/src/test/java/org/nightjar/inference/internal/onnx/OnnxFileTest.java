package org.nightjar.inference.internal.onnx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.TinyOnnx;

class OnnxFileTest {
  private static final byte[] GOOD = TinyOnnx.add(1, 2, 3);

  @TempDir private Path folder;

  private void check(byte[] bytes) throws IOException, NightjarException {
    OnnxFile.check(Files.write(folder.resolve("model.onnx"), bytes));
  }

  @Test
  void acceptsAGraph() {
    assertThatCode(() -> check(GOOD)).doesNotThrowAnyException();
  }

  @Test
  void refusesEveryTruncationThatCutsTheGraph() {
    for (int length = 0; length < GOOD.length - 4; length++) {
      byte[] cut = Arrays.copyOf(GOOD, length);
      assertThatThrownBy(() -> check(cut))
          .isInstanceOf(NightjarException.class)
          .hasMessageContaining("MODEL_REFUSED");
    }
  }

  @Test
  void refusesWhatIsNoModel() {
    assertThatThrownBy(() -> check("This is not a model, it is text.".getBytes(US_ASCII)))
        .hasMessageContaining("MODEL_REFUSED");
    assertThatThrownBy(() -> check(new byte[0])).hasMessageContaining("no graph in it");
  }

  @Test
  void refusesWeightsInOtherFiles() {
    byte[] graph =
        new TinyOnnx()
            .node("Add", List.of("x", "w"), "y")
            .externalInitializer("w", "/etc/passwd")
            .input("x", -1, 1)
            .output("y", -1, 1)
            .model();
    assertThatThrownBy(() -> check(graph))
        .hasMessageContaining("the weights of 'w' lie in another file");
  }

  @Test
  void refusesAMissingFile() {
    assertThatThrownBy(() -> OnnxFile.check(folder.resolve("none.onnx")))
        .hasMessageContaining("there is no such file");
  }
}
