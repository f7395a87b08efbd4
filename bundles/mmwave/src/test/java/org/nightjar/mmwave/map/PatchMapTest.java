package org.nightjar.mmwave.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PatchMapTest {
  @Test
  void cutsTheMiddle() {
    PatchMap map = numbered(6, 5);
    PatchMap inner = map.cut(1);
    assertThat(inner.patch().width()).isEqualTo(4);
    assertThat(inner.values()).containsExactly(7, 8, 9, 10, 13, 14, 15, 16, 19, 20, 21, 22);
    assertThat(map.cut(0)).isSameAs(map);
  }

  @Test
  void binsBlocks() {
    PatchMap binned = numbered(5, 4).binned(2);
    assertThat(binned.values()).containsExactly(3, 5, 13, 15);
    assertThat(binned.patch().pixelArcmin()).isEqualTo(2);
  }

  @Test
  void countsItsValues() {
    assertThatThrownBy(() -> new PatchMap(new FlatPatch(2, 2, 1, 0, 0), new float[3]))
        .hasMessageContaining("3 values");
  }

  private static PatchMap numbered(int width, int height) {
    PatchMap map = PatchMap.of(new FlatPatch(width, height, 1, 0, 0));
    for (int i = 0; i < map.values().length; i++) {
      map.values()[i] = i;
    }
    return map;
  }
}
