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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  private static TinyOnnx sum() {
    return new TinyOnnx().node("Add", List.of("x", "w"), "y").input("x", -1, 4).output("y", -1, 4);
  }

  @Test
  void acceptsWhatTasksUse() {
    assertThatCode(() -> check(Graphs.classifier(32))).doesNotThrowAnyException();
    assertThatCode(() -> check(Graphs.mask(8))).doesNotThrowAnyException();
    assertThatCode(
            () ->
                check(
                    sum()
                        .tensor("w", 22, new byte[] {1, 2}, 4) // two of four bits in a byte
                        .node("com.microsoft", "FusedMatMul", List.of("y", "y"), "z")
                        .model()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1099511627776         | have 16 bytes, but their shape [1099511627776] takes 4398046511104
          3                     | have 16 bytes, but their shape [3] takes 12
          -4                    | have the shape [-4]
          9223372036854775807   | have the absurd shape [9223372036854775807]
          4294967296 4294967296 | have the absurd shape [4294967296, 4294967296]
          """)
  void refusesWeightsWhoseShapeIsNotThatOfTheirBytes(String shape, String reason) {
    long[] extents = Arrays.stream(shape.split(" ")).mapToLong(Long::parseLong).toArray();
    assertThatThrownBy(() -> check(sum().tensor("w", 1, new byte[16], extents).model()))
        .hasMessageContaining("MODEL_REFUSED: the weights of 'w' " + reason);
  }

  @Test
  void refusesOperatorsOfOtherLibraries() {
    assertThatThrownBy(
            () ->
                check(
                    sum()
                        .initializer("w", new float[4], 4)
                        .node("org.example.fast", "Conv", List.of("y"), "z")
                        .model()))
        .hasMessageContaining(
            "the graph needs operators that only their maker's library has:"
                + " [org.example.fast:Conv]");
    assertThatThrownBy(
            () ->
                check(
                    new TinyOnnx()
                        .node("com.microsoft", "EPContext", List.of("x"), "y")
                        .input("x", -1, 4)
                        .output("y", -1, 4)
                        .model()))
        .hasMessageContaining("EPContext holds code that was compiled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ConstantOfShape", "Expand", "Tile"})
  void refusesNodesThatMakeMuchOfNothing(String operator) {
    assertThatThrownBy(() -> check(TightMemory.constant(operator, 1L << 40)))
        .hasMessageContaining(
            "operator "
                + operator
                + " makes 'all' of 1.10e+12 numbers, at most 2.68e+08 are allowed");
    assertThatCode(() -> check(TightMemory.constant(operator, 1 << 20))).doesNotThrowAnyException();
  }

  @Test
  void refusesEndlessGraphs() {
    TinyOnnx graph = new TinyOnnx();
    for (int i = 0; i <= 1_000_000; i++) {
      graph.node("Relu", List.of("x"), "y");
    }
    assertThatThrownBy(() -> check(graph.model()))
        .hasMessageContaining("the graph has more than 1000000 nodes");
  }
}
