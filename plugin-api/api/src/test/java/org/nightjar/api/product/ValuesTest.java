package org.nightjar.api.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final URI FILE = URI.create("file:///a.fits");

  @ParameterizedTest
  @ValueSource(strings = {"", "Exposure", "sky map", "-map", "map-", "1map", "a--b", "../a"})
  void aKindIsLowerCaseWordsJoinedByHyphens(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Kind(name));
    assertThat(new Kind("sky-map")).isEqualTo(Kind.SKY_MAP);
  }

  @Test
  void theIdOfAProductFollowsFromItsChecksum() {
    String sha256 = "0123456789abcdef".repeat(4);
    assertThat(ProductRef.of(Kind.ALERT, FILE, 0, 1, sha256).id())
        .isEqualTo("0123456789abcdef0123");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProductRef("another", Kind.ALERT, FILE, 0, 1, sha256));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProductRef.of(Kind.ALERT, FILE, 0, 1, sha256.replace("a", "A")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProductRef.of(Kind.ALERT, FILE, -1, 1, sha256));
  }

  @Test
  void aRegionIsHalfOpenAndNeverInsideOut() {
    assertThat(Region.of(3, 4, 3, 9).size()).isZero();
    assertThat(Region.of(0, 0, 100_000, 100_000).size()).isEqualTo(10_000_000_000L);
    assertThatIllegalArgumentException().isThrownBy(() -> Region.of(5, 0, 4, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Region.of(-1, 0, 4, 1));
  }
}
