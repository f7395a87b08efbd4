package org.nightjar.sky.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.SkyCircle;

class WcsTest {
  private static final double SCALE = 0.5 / 3600;

  @Test
  void pixelsAreCountedFromZero() throws Exception {
    Wcs wcs = Headers.wcs("TAN", 150, 2.2, SCALE, "CRPIX1", 1.0, "CRPIX2", 1.0);
    assertThat(wcs.toSky(0, 0).distance(new SkyPoint(150, 2.2))).isLessThan(1e-12);
    PixelPoint pixel = wcs.toPixel(150, 2.2);
    assertThat(pixel.x()).isCloseTo(0, within(1e-8));
    assertThat(pixel.y()).isCloseTo(0, within(1e-8));
  }

  @Test
  void arraysSayWhatSinglePointsSay() throws Exception {
    Wcs wcs = Headers.wcs("ZEA", 0.01, 80, 0.01);
    double[] points = {0, 0, 499.5, 380.25, 1e9, 0, 12, 999};
    double[] sky = new double[8];
    wcs.toSky(points, sky, 4);
    for (int i = 0; i < 8; i += 2) {
      assertThat(new SkyPoint(sky[i], sky[i + 1])).isEqualTo(wcs.toSky(points[i], points[i + 1]));
    }
    double[] same = sky.clone();
    wcs.toPixel(same, same, 4);
    assertThat(same[7]).isCloseTo(999, within(1e-8));
    assertThat(same[4]).isNaN();
    assertThat(same[5]).isNaN();
    assertThatThrownBy(() -> wcs.toSky(points, new double[6], 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void nowhereIsNotANumber() throws Exception {
    Wcs tan = Headers.wcs("TAN", 150, 2.2, SCALE);
    assertThat(tan.toPixel(330, -2.2).exists()).isFalse();
    assertThat(tan.toPixel(150, 91).exists()).isFalse();
    assertThat(tan.toPixel(Double.NaN, 0).exists()).isFalse();
    assertThat(tan.toSky(Double.POSITIVE_INFINITY, 0).exists()).isFalse();
    Wcs all = Headers.wcs("AIT", 0, 0, 1);
    assertThat(all.toSky(0, 0).exists()).isFalse();
    assertThat(all.footprint(1000, 800, 1)).isEmpty();
    assertThat(all.circle(Region.of(0, 0, 10, 10))).isEmpty();
    assertThat(all.scaleAt(0, 0).scale()).isNaN();
  }

  @Test
  void rightAscensionStaysInItsRange() throws Exception {
    Wcs wcs = Headers.wcs("TAN", 0, 0, 1e-15);
    for (int x = 490; x < 510; x++) {
      assertThat(wcs.toSky(x, 400).ra()).isGreaterThanOrEqualTo(0).isLessThan(360);
    }
    assertThat(Headers.wcs("TAN", -10, 0, SCALE).toSky(500, 400).ra()).isEqualTo(350);
  }

  @Test
  void scaleRotationAndHandedness() throws Exception {
    LocalScale upright = Headers.wcs("TAN", 150, 60, SCALE).scaleAt(500, 400);
    assertThat(upright.scale()).isCloseTo(0.5, within(1e-7));
    assertThat(upright.scaleX()).isCloseTo(0.5, within(1e-7));
    assertThat(upright.positionAngle()).isCloseTo(0, within(1e-6));
    assertThat(upright.eastLeft()).isTrue();
    assertThat(upright.area()).isCloseTo(Math.pow(Math.toRadians(SCALE), 2), within(1e-18));

    Wcs turned = Headers.wcs("TAN", 150, 60, SCALE, "CDELT1", SCALE, "CROTA2", 30.0);
    assertThat(turned.scaleAt(500, 400).eastLeft()).isFalse();
    LocalScale oblong =
        Headers.wcs("TAN", 150, 60, SCALE, "CDELT2", 4 * SCALE, "CROTA2", 30.0).scaleAt(500, 400);
    assertThat(oblong.scale()).isCloseTo(1.0, within(1e-7));
    assertThat(oblong.scaleY()).isCloseTo(2.0, within(1e-6));
    // CD1_2 is -CDELT2 sin(CROTA2): the y axis leans towards west.
    assertThat(oblong.positionAngle()).isCloseTo(-30, within(1e-5));
  }

  @Test
  void theScaleIsLocal() throws Exception {
    // Gnomonic: at angle a from the centre a pixel covers cos(a)^2 along, cos(a) across.
    Wcs wcs = Headers.wcs("TAN", 10, 0, 0.1);
    double angle = Math.atan(Math.toRadians(0.1) * 300);
    LocalScale scale = wcs.scaleAt(500, 700);
    assertThat(scale.scaleY()).isCloseTo(360 * Math.pow(Math.cos(angle), 2), within(1e-4));
    assertThat(scale.scaleX()).isCloseTo(360 * Math.cos(angle), within(1e-4));
  }

  @Test
  void footprintGoesAroundTheOuterCorners() throws Exception {
    Wcs wcs = Headers.wcs("CAR", 100, 0, 0.01);
    List<SkyPoint> corners = wcs.footprint(1001, 801, 1);
    assertThat(corners).hasSize(4);
    assertThat(corners.get(0).distance(new SkyPoint(105.005, -4.005))).isLessThan(1e-9);
    assertThat(corners.get(1).distance(new SkyPoint(94.995, -4.005))).isLessThan(1e-9);
    assertThat(corners.get(2).distance(new SkyPoint(94.995, 4.005))).isLessThan(1e-9);
    List<SkyPoint> more = wcs.footprint(1001, 801, 3);
    assertThat(more).hasSize(12).contains(corners.toArray(SkyPoint[]::new));
    assertThat(wcs.centre(1001, 801).distance(new SkyPoint(100, 0))).isLessThan(1e-9);
  }

  @Test
  void circlesHoldTheirRegions() throws Exception {
    Wcs wcs = Headers.wcs("TAN", 0, 0, SCALE);
    SkyCircle pixel = wcs.circle(Region.of(500, 400, 501, 401)).orElseThrow();
    assertThat(new SkyPoint(pixel.ra(), pixel.dec()).distance(new SkyPoint(0, 0)))
        .isLessThan(1e-12);
    assertThat(pixel.radius()).isCloseTo(SCALE * Math.sqrt(0.5), within(1e-10));
    SkyCircle line = wcs.circle(Region.of(0, 400, 1001, 401)).orElseThrow();
    assertThat(line.radius()).isCloseTo(SCALE * 500.5, within(1e-7));
  }

  @Test
  void distancesAreExactAtBothEnds() {
    SkyPoint here = new SkyPoint(10, 20);
    assertThat(here.distance(new SkyPoint(10, 20 + 1e-10))).isCloseTo(1e-10, within(1e-14));
    assertThat(here.distance(new SkyPoint(190, -20))).isCloseTo(180, within(1e-12));
    assertThat(new SkyPoint(0, 90).distance(new SkyPoint(77, 0))).isCloseTo(90, within(1e-12));
  }
}
