package org.nightjar.inference.internal.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nightjar.api.inference.Tensor;

class PatternTest {
  private static Tensor of(Pattern.Rule rule, long seed, double height, double nan) {
    return new Pattern(rule, List.of(3, 5), seed, 0, 1, height, 2, nan).tensor();
  }

  @Test
  void noiseIsSplitMix64() {
    // The generator's published first output for seed 0 is 0xE220A8397B1DCDAF.
    assertThat(of(Pattern.Rule.NOISE, 0, 0, 0).at(0)).isEqualTo((float) (0xE220A8 * 0x1p-24));
  }

  @Test
  void rampRunsFromEndToEnd() {
    Tensor ramp = of(Pattern.Rule.RAMP, 0, 0, 0);
    assertThat(ramp.at(0)).isEqualTo(0);
    assertThat(ramp.at(7)).isEqualTo(0.5f);
    assertThat(ramp.at(14)).isEqualTo(1);
  }

  @Test
  void peakStandsInTheMiddle() {
    Tensor noise = of(Pattern.Rule.NOISE, 3, 0, 0);
    Tensor peak = of(Pattern.Rule.PEAK, 3, 100, 0);
    assertThat(peak.at(7)).isEqualTo((float) ((double) noise.at(7) + 100));
    // two pixels away: r^2 / width^2 = 1, so a quarter of the height
    assertThat(peak.at(5)).isEqualTo((float) ((double) noise.at(5) + 25));
  }

  @Test
  void nanFraction() {
    Tensor some = new Pattern(Pattern.Rule.NOISE, List.of(100, 100), 5, 0, 1, 0, 1, 0.25).tensor();
    long blank = 0;
    for (int i = 0; i < some.size(); i++) {
      blank += Float.isNaN(some.at(i)) ? 1 : 0;
    }
    assertThat(blank).isBetween(2300L, 2700L);
  }
}
