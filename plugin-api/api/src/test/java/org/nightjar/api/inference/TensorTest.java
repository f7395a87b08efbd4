package org.nightjar.api.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class TensorTest {
  @Test
  void readsFromThePositionOfItsBuffer() {
    FloatBuffer buffer = FloatBuffer.wrap(new float[] {9, 1, 2, 3, 4});
    buffer.get();
    Tensor tensor = Tensor.of(buffer, 2, 2);
    assertThat(tensor.size()).isEqualTo(4);
    assertThat(tensor.at(0)).isEqualTo(1);
    assertThat(tensor.values().get()).isEqualTo(1);
    assertThat(tensor.values().position()).isZero();
  }

  @Test
  void aSingleNumberHasNoExtents() {
    Tensor tensor = Tensor.of(new float[] {7});
    assertThat(tensor.shape()).isEmpty();
    assertThat(tensor.at(0)).isEqualTo(7);
  }

  @Test
  void theShapeHoldsExactlyTheValues() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tensor.of(new float[5], 2, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Tensor.of(new float[4], -2, -2));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () ->
                Tensor.of(
                    new float[0], Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 0));
  }

  @Test
  void isReadOnly() {
    Tensor tensor = Tensor.of(new float[] {1, 2}, 2);
    assertThatExceptionOfType(ReadOnlyBufferException.class)
        .isThrownBy(() -> tensor.values().put(3));
    tensor.shape()[0] = 99;
    assertThat(tensor.shape()).containsExactly(2);
  }

  @Test
  void allocatedBuffersAreDirect() {
    assertThat(Tensor.allocate(3).isDirect()).isTrue();
  }
}
