package org.nightjar.sky.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pixel to sky and back, for random images of every projection. */
class RoundTripTest {
  private static final int IMAGES = 60;
  private static final int POINTS = 50;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TAN", "SIN", "ARC", "STG", "ZEA", "ZPN", "CAR", "CEA", "MER", "SFL", "AIT", "MOL", "GLS",
        "TAN-SIP", "TPV"
      })
  void comesBackToThePixel(String projection) throws Exception {
    Random random = new Random(projection.hashCode());
    int seen = 0;
    for (int image = 0; image < IMAGES; image++) {
      Wcs wcs = image(projection, random, image % 3);
      for (int point = 0; point < POINTS; point++) {
        double x = random.nextDouble(-0.5, 999.5);
        double y = random.nextDouble(-0.5, 799.5);
        SkyPoint sky = wcs.toSky(x, y);
        if (sky.exists()) {
          PixelPoint back = wcs.toPixel(sky.ra(), sky.dec());
          assertThat(back.x()).as("%s at %s, %s", sky, x, y).isCloseTo(x, within(1e-6));
          assertThat(back.y()).as("%s at %s, %s", sky, x, y).isCloseTo(y, within(1e-6));
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(IMAGES * POINTS / 3);
  }

  private static Wcs image(String projection, Random random, int size) throws Exception {
    boolean distorted = projection.contains("SIP") || projection.equals("TPV");
    double scale = distorted ? 2e-4 : new double[] {7e-5, 0.01, 0.2}[size];
    String frame = new String[] {"ICRS", "FK5", "FK4"}[random.nextInt(3)];
    return Headers.wcs(
        projection,
        random.nextDouble(360),
        Math.toDegrees(Math.asin(random.nextDouble(-1, 1))),
        scale,
        "CROTA2",
        random.nextDouble(-180, 180),
        "RADESYS",
        frame,
        "EQUINOX",
        frame.equals("FK4") ? 1950.0 : 1990.0,
        "PV2_1",
        projection.equals("ZPN") ? (Object) 1.0 : null,
        "PV2_3",
        projection.equals("ZPN") ? (Object) 0.04 : null,
        "A_ORDER",
        projection.endsWith("SIP") ? (Object) 3 : null,
        "B_ORDER",
        projection.endsWith("SIP") ? (Object) 2 : null,
        "A_2_0",
        random.nextDouble(-1e-5, 1e-5),
        "A_1_2",
        random.nextDouble(-1e-8, 1e-8),
        "B_1_1",
        random.nextDouble(-1e-5, 1e-5),
        "PV1_5",
        projection.equals("TPV") ? (Object) random.nextDouble(-0.01, 0.01) : null,
        "PV1_11",
        projection.equals("TPV") ? (Object) random.nextDouble(-0.01, 0.01) : null,
        "PV2_10",
        projection.equals("TPV") ? (Object) random.nextDouble(-0.01, 0.01) : null);
  }
}
