package org.nightjar.image.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.image.PixelRows;

class ZScaleTest {
  /**
   * Expected: {@code astropy.visualization.ZScaleInterval} of astropy 5.2.1 on the same values; it
   * rounds the median of an even number of values to single precision.
   */
  @ParameterizedTest
  @CsvSource({
    "1000, 1003.0780639648438, 1056.5957480218901",
    "777, 1003.0780639648438, 1056.4844070642023",
    "12, 1009.1356201171875, 1080.8415127840917",
    "50000, 1003.697998046875, 1057.3568710884117"
  })
  void theLimitsAreThoseOfAstropy(int count, double low, double high) {
    ZScale limits = ZScale.of(sky(count));
    assertThat(limits.low()).isCloseTo(low, within(1e-4));
    assertThat(limits.high()).isCloseTo(high, within(1e-4));
  }

  @Test
  void anImageIsSampledOnAGridAndBlankPixelsDoNotCount() {
    float[] pixels = sky(400 * 300);
    for (int i = 0; i < pixels.length; i += 3) {
      pixels[i] = Float.NaN;
    }
    ZScale limits = ZScale.of(PixelRows.of(pixels, 400, 300));
    assertThat(limits.low()).isBetween(1000.0, 1010.0);
    assertThat(limits.high()).isBetween(1040.0, 1075.0);
  }

  @Test
  void imagesWithoutContrastHaveARangeAllTheSame() {
    assertThat(ZScale.of(new float[] {Float.NaN})).isEqualTo(new ZScale(0, 1));
    assertThat(ZScale.of(new float[100])).isEqualTo(new ZScale(0, 1));
  }

  @Test
  void theStretchIsMonotonicAndClips() {
    AsinhStretch stretch = AsinhStretch.of(new ZScale(10, 20));
    assertThat(stretch.grey(9)).isZero();
    assertThat(stretch.grey(Double.NaN)).isZero();
    assertThat(stretch.grey(20)).isEqualTo(255);
    assertThat(stretch.grey(Double.POSITIVE_INFINITY)).isEqualTo(255);
    // asinh(5) / asinh(10) = 2.31244 / 2.99822
    assertThat(stretch.grey(15)).isEqualTo(197);
  }

  /** Noise around 1020 with a star at every 37th place, the same on every machine. */
  private static float[] sky(int count) {
    Generator noise = new Generator(7);
    Generator stars = new Generator(9);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      double value = 1000 + 10 * (noise.next() + noise.next() + noise.next() + noise.next());
      values[i] = (float) (i % 37 == 0 ? value + 5000 * stars.next() : value);
    }
    return values;
  }

  private static final class Generator {
    private long state;

    Generator(long seed) {
      state = seed;
    }

    double next() {
      state = state * 6364136223846793005L + 1442695040888963407L;
      return (state >>> 40) / (double) (1 << 24);
    }
  }
}
