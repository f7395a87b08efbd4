package org.nightjar.translators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nightjar.translators.internal.QuietEngine;

/** What a translator may do with arrays here. The README's list is this one. */
class OrtArraysTest {
  private static Model model;
  private static NDManager manager;

  @BeforeAll
  static void start() throws Exception {
    model = QuietEngine.emptyModel("arrays");
    manager = model.getNDManager();
  }

  @AfterAll
  static void stop() {
    model.close();
  }

  @Test
  void arraysAreMadeOfJavaArraysAndBuffersAndReadBack() {
    NDArray floats = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
    assertThat(floats.toFloatArray()).containsExactly(1, 2, 3, 4);
    assertThat(floats.getShape()).isEqualTo(new Shape(2, 2));
    assertThat(floats.getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(floats.toByteBuffer().asFloatBuffer())
        .isEqualTo(FloatBuffer.wrap(new float[] {1, 2, 3, 4}));
    assertThat(manager.create(FloatBuffer.wrap(new float[] {5, 6}), new Shape(2)).toFloatArray())
        .containsExactly(5, 6);
    assertThat(manager.create(new double[] {0.5}, new Shape(1)).toDoubleArray())
        .containsExactly(0.5);
    assertThat(manager.create(new int[] {7, 8}).toIntArray()).containsExactly(7, 8);
    assertThat(manager.create(new long[] {9}, new Shape(1, 1)).toLongArray()).containsExactly(9);
    assertThat(manager.create(new byte[] {1, -1}, new Shape(2)).toByteArray())
        .containsExactly(1, -1);
    assertThat(manager.create(new String[] {"a"}).toStringArray()).containsExactly("a");
    assertThat(manager.create(new double[] {0.5}).toType(DataType.FLOAT32, false).toFloatArray())
        .containsExactly(0.5f);
    assertThat(floats.duplicate().toFloatArray()).containsExactly(1, 2, 3, 4);
    assertThat(manager.zeros(new Shape(3)).toFloatArray()).containsExactly(0, 0, 0);
    assertThat(manager.ones(new Shape(2)).toFloatArray()).containsExactly(1, 1);
  }

  @TestFactory
  Stream<DynamicTest> arithmeticIsNotThere() {
    Map<String, Function<NDArray, Object>> operations =
        Map.ofEntries(
            Map.entry("add", array -> array.add(1)),
            Map.entry("mul", array -> array.mul(array)),
            Map.entry("div", array -> array.div(2)),
            Map.entry("sum", NDArray::sum),
            Map.entry("mean", NDArray::mean),
            Map.entry("softmax", array -> array.softmax(0)),
            Map.entry("argMax", NDArray::argMax),
            Map.entry("reshape", array -> array.reshape(4)),
            Map.entry("transpose", NDArray::transpose),
            Map.entry("expandDims", array -> array.expandDims(0)),
            Map.entry("squeeze", NDArray::squeeze),
            Map.entry("get", array -> array.get(0)),
            Map.entry("stack", array -> array.stack(array)),
            Map.entry("concat", array -> array.concat(array)),
            Map.entry("full", array -> array.getManager().full(new Shape(2), 1f)),
            Map.entry("arange", array -> array.getManager().arange(3)));
    return operations.entrySet().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.getKey(),
                    () -> {
                      NDArray array = manager.create(new float[] {1, 2, 3, 4}, new Shape(1, 2, 2));
                      assertThatThrownBy(() -> operation.getValue().apply(array))
                          .isInstanceOf(UnsupportedOperationException.class);
                    }));
  }
}
