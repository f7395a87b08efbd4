package org.nightjar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SkyTest {

  @Test
  void isTheSameEachTimeAndAnotherForAnotherSeed() {
    Sky sky = Sky.of(50, 40);
    assertThat(sky.pixels()).isEqualTo(sky.pixels());
    assertThat(sky.withSeed(2).pixels()).isNotEqualTo(sky.pixels());
  }

  @Test
  void hasTheBackgroundAndNoiseThatWereAskedFor() {
    float[] pixels = Sky.of(300, 300).withStars(0).withBackground(500, 20).pixels();
    double sum = 0;
    double squares = 0;
    for (float pixel : pixels) {
      sum += pixel;
      squares += (pixel - 500.0) * (pixel - 500.0);
    }
    assertThat(sum / pixels.length).isCloseTo(500, within(0.3));
    assertThat(Math.sqrt(squares / pixels.length)).isCloseTo(20, within(0.3));
  }

  @Test
  void addsTheFluxOfItsStars() {
    Sky empty = Sky.of(200, 200).withStars(0).withBackground(0, 0);
    double sum = 0;
    for (float pixel : empty.withStars(10).pixels()) {
      sum += pixel;
    }
    assertThat(sum).isBetween(10 * 1000.0, 10 * 50_000.0);
  }
}
