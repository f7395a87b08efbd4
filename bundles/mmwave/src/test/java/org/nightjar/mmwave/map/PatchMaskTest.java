package org.nightjar.mmwave.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PatchMaskTest {
  private final FlatPatch patch = new FlatPatch(100, 80, 0.5, 0, 0);

  @Test
  void edgesFallToZero() {
    PatchMask mask = new PatchMask(patch).taperEdges(5);
    assertThat(mask.at(50, 40)).isEqualTo(1);
    assertThat(mask.at(0, 40)).isLessThan(0.01f);
    assertThat(mask.at(99, 79)).isLessThan(0.0001f);
    assertThat(mask.at(4, 40)).isLessThan(mask.at(5, 40));
    assertThat(mask.at(4, 40)).isCloseTo(mask.at(95, 40), within(1e-6f));
    // A squared cosine on both ends of an axis leaves 1 - taper/side of the area, 1 - 5/4 of it in
    // the square.
    assertThat(mask.moment(1)).isCloseTo((1 - 0.1) * (1 - 0.125), within(1e-3));
    assertThat(mask.moment(2)).isCloseTo((1 - 0.125) * (1 - 0.15625), within(1e-3));
  }

  @Test
  void holesAreRound() {
    PatchMask mask = new PatchMask(patch).hole(new PatchPoint(30.2, 40.7), 4, 1);
    assertThat(mask.at(30, 41)).isZero();
    assertThat(mask.at(37, 41)).isZero();
    assertThat(mask.at(41, 41)).isEqualTo(1);
    double missing = (1 - mask.moment(1)) * patch.pixels() * 0.25;
    assertThat(missing).isBetween(Math.PI * 16, Math.PI * 25);
  }

  @Test
  void holesMayReachOut() {
    PatchMask mask = new PatchMask(patch).hole(new PatchPoint(-1, -1), 1, 0);
    assertThat(mask.at(0, 0)).isZero();
    assertThat(mask.at(5, 5)).isEqualTo(1);
    assertThat(new PatchMask(patch).hole(new PatchPoint(500, 500), 1, 0).moment(1)).isEqualTo(1);
  }

  @Test
  void weighsMaps() {
    PatchMap map = PatchMap.of(patch);
    Arrays.fill(map.values(), 3);
    PatchMask mask = new PatchMask(patch).taperEdges(5);
    assertThat(mask.apply(map).mean()).isCloseTo(3 * mask.moment(1), within(1e-5));
    assertThat(map.at(0, 0)).isEqualTo(3);
  }
}
