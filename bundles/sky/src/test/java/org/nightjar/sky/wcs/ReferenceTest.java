package org.nightjar.sky.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Positions against astropy's. */
class ReferenceTest {
  private static final double DEGREES = 1e-8;
  private static final double PIXELS = 1e-6;

  static List<ReferenceTable.Case> cases() {
    return ReferenceTable.read();
  }

  @Test
  void theTableIsWhole() {
    assertThat(cases()).hasSizeGreaterThan(100);
    assertThat(cases().stream().mapToInt(c -> c.points().size()).sum()).isGreaterThan(1000);
    assertThat(cases().stream().flatMap(c -> c.points().stream()).filter(p -> p.sky().exists()))
        .hasSizeGreaterThan(900);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pixelsAreWhereAstropyPutsThem(ReferenceTable.Case header) throws Exception {
    Wcs wcs = Wcs.of(header.header()).orElseThrow();
    for (ReferenceTable.Point point : header.points()) {
      SkyPoint sky = wcs.toSky(point.pixel().x(), point.pixel().y());
      assertThat(sky.exists()).as("%s", point).isEqualTo(point.sky().exists());
      if (sky.exists()) {
        assertThat(sky.distance(point.sky())).as("%s is %s", point, sky).isLessThan(DEGREES);
        PixelPoint pixel = wcs.toPixel(point.sky().ra(), point.sky().dec());
        assertThat(pixel.x()).as("%s", point).isCloseTo(point.pixel().x(), within(PIXELS));
        assertThat(pixel.y()).as("%s", point).isCloseTo(point.pixel().y(), within(PIXELS));
      }
    }
  }
}
