package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Site;

class HeaderTest {

  private static final Profile BARE = profile(Map.of());
  private static final Map<String, Object> SKY = Map.of("CTYPE1", "RA---TAN", "CTYPE2", "DEC--TAN");

  @Test
  void believesTheHeaderThenTheProfileThenTheType() {
    Profile profile = profile(Map.of("saturation", 40_000.0));
    Header header = header(PixelType.INT, Map.of(FactNames.SATURATION, 50_000, "BITPIX", 16));
    assertThat(header.saturation(profile)).isEqualTo(50_000);
    Header silent = header(PixelType.INT, Map.of("BITPIX", 16, "BZERO", 32_768.0));
    assertThat(silent.saturation(profile)).isEqualTo(40_000);
    assertThat(silent.saturation(BARE)).isEqualTo(65_535);
    assertThat(header(PixelType.FLOAT, Map.of()).saturation(BARE)).isNaN();
  }

  @Test
  void doesNotBelieveAnAbsurdLevel() {
    Map<String, Object> facts = Map.of("SATURATE", -1.0, "BITPIX", 8);
    assertThat(header(PixelType.INT, facts).saturation(BARE)).isEqualTo(255);
  }

  @Test
  void readsTheScaleOfEitherConvention() {
    double degrees = 0.5 / 3600;
    assertThat(scale(Map.of("CDELT1", -degrees, "CDELT2", degrees))).isCloseTo(0.5, within(1e-9));
    double turned = degrees / Math.sqrt(2);
    Map<String, Object> matrix =
        Map.of("CD1_1", turned, "CD1_2", turned, "CD2_1", turned, "CD2_2", -turned);
    assertThat(scale(matrix)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void hasNoScaleWithoutSkyOrSense() {
    assertThat(header(PixelType.INT, Map.of("CDELT1", 1e-4, "CDELT2", 1e-4)).pixelScale())
        .isEmpty();
    assertThat(sky(Map.of()).pixelScale()).isEmpty();
    assertThat(sky(Map.of("CDELT1", 0.0, "CDELT2", 1.0)).pixelScale()).isEmpty();
    assertThat(sky(Map.of("CDELT1", Double.NaN, "CDELT2", 1.0)).pixelScale()).isEmpty();
  }

  private static double scale(Map<String, Object> facts) {
    return sky(facts).pixelScale().orElseThrow();
  }

  private static Header sky(Map<String, Object> more) {
    Facts facts = new Facts(SKY);
    for (Map.Entry<String, Object> fact : more.entrySet()) {
      facts = facts.with(fact.getKey(), fact.getValue());
    }
    return new Header(facts, PixelType.FLOAT);
  }

  private static Header header(PixelType type, Map<String, Object> facts) {
    return new Header(new Facts(facts), type);
  }

  private static Profile profile(Map<String, Double> levels) {
    return Profile.of("test", new Site("nowhere", 0, 0, 0), Map.of(), levels);
  }
}
