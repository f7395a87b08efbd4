package org.nightjar.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.ProductRef;

class FileNamesTest {
  @Test
  void namesAreRecognisedSafeAndUnique() {
    assertThat(name("/night/c4d_1234_ooi.fits.fz", "a")).isEqualTo("c4d_1234_ooi-aaaaaaaaaaaa");
    assertThat(name("/other/c4d_1234_ooi.fits.fz", "b")).isEqualTo("c4d_1234_ooi-bbbbbbbbbbbb");
    assertThat(name("/night/.fits", "a")).isEqualTo("product-aaaaaaaaaaaa");
    assertThat(name("/night/..", "a")).isEqualTo("_-aaaaaaaaaaaa");
    assertThat(name("/night/a b<c>:\u00e9\n.FITS", "a")).isEqualTo("a_b_c_-aaaaaaaaaaaa");
    assertThat(name("/night/" + "x".repeat(250), "a")).hasSize(80 + 13);
  }

  private static String name(String path, String digit) {
    URI uri = Path.of(path).toUri();
    return FileNames.of(ProductRef.of(Kind.EXPOSURE, uri, 0, 1, digit.repeat(64)));
  }
}
