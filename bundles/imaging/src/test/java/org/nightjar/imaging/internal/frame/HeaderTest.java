package org.nightjar.imaging.internal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Site;

class HeaderTest {

  private static final Profile BARE = profile(Map.of());

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

  private static Header header(PixelType type, Map<String, Object> facts) {
    return new Header(new Facts(facts), type);
  }

  private static Profile profile(Map<String, Double> levels) {
    return Profile.of("test", new Site("nowhere", 0, 0, 0), Map.of(), levels);
  }
}
