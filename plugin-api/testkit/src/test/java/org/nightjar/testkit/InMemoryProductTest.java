package org.nightjar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;

class InMemoryProductTest {

  @Test
  void isKnownByItsContent() {
    Product one = product(1, 2);
    assertThat(product(1, 2).ref()).isEqualTo(one.ref());
    assertThat(product(1, 3).ref().id()).isNotEqualTo(one.ref().id());
  }

  @Test
  void numbersItsParts() throws Exception {
    Product product =
        InMemoryProduct.of(Kind.EXPOSURE)
            .part(InMemoryImage.of("a", 1, 1))
            .part(InMemoryTable.of("b"))
            .build();
    List<Integer> indices = new ArrayList<>();
    for (Part part : product.parts()) {
      indices.add(part.info().index());
    }
    assertThat(indices).containsExactly(0, 1);
  }

  @Test
  void readsARegionAndMovesTheBuffer() throws Exception {
    InMemoryImage image = InMemoryImage.ofIntegers("a", 3, 1, 2, 3, 4, 5, 6);
    IntBuffer target = IntBuffer.allocate(5);
    image.read(Region.of(1, 0, 3, 2), target);
    assertThat(target.position()).isEqualTo(4);
    assertThat(target.array()).containsExactly(2, 3, 5, 6, 0);
  }

  @Test
  void refusesWhatAReaderWouldRefuse() {
    InMemoryImage image = InMemoryImage.of("a", 2, 1, 2);
    assertThatThrownBy(() -> image.read(image.region(), IntBuffer.allocate(2)))
        .isInstanceOf(NightjarException.class);
    assertThatThrownBy(() -> image.read(Region.of(0, 0, 3, 1), FloatBuffer.allocate(9)))
        .isInstanceOf(NightjarException.class);
    assertThatThrownBy(() -> image.read(image.region(), FloatBuffer.allocate(1)))
        .isInstanceOf(NightjarException.class);
  }

  @Test
  void readsColumns() throws Exception {
    InMemoryTable table =
        InMemoryTable.of("t").numbers("x", "pixel", 1, 2, 3).text("id", "a", "b", "c");
    DoubleBuffer two = DoubleBuffer.allocate(2);
    table.read("x", 1, two);
    assertThat(two.array()).containsExactly(2, 3);
    assertThat(table.text("id", 2, 5)).containsExactly("c");
    assertThatThrownBy(() -> table.text("x", 0, 1)).isInstanceOf(NightjarException.class);
  }

  private static Product product(float... pixels) {
    return InMemoryProduct.of(Kind.ALERT)
        .fact("candidate.magpsf", 18.5)
        .part(InMemoryImage.of("science", 2, pixels))
        .build();
  }
}
