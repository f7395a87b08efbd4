package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.image.StarField.Optics;
import org.nightjar.image.StarField.Shape;

class SeeingFieldTest {

  private static final int SIDE = 800;
  private static final double MIDDLE = (SIDE - 1) / 2.0;

  @ParameterizedTest
  @CsvSource({
    "3.5,0.1,0",
    "3.5,0.1,0.8",
    "3.5,0.2,-1.2",
    "3.5,0.2,1.5",
    "3.5,0.4,0.4",
    "3.5,0.55,-0.7",
    "3.5,0.65,0.3",
    "5,0.1,2.5",
    "5,0.3,1.1",
    "2.5,0.2,0.4",
    "2.5,0.3,-0.9"
  })
  void recoversWhatAllStarsHaveInCommon(double fwhm, double e, double theta) {
    SeeingField field = field((x, y) -> new Shape(fwhm, e, theta), 150, 1);

    assertThat(field.elongation().isCommon()).isTrue();
    assertThat(field.elongation().size())
        .isCloseTo(e, within(fwhm < 3 ? 0.02 + 0.25 * e : 0.02 + 0.15 * e));
    assertThat(Math.sin(field.elongation().angle() - theta)).isCloseTo(0, within(0.08));
    assertThat(field.pattern().isAstigmatic()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, 2, 3, 5})
  void roundStarsHaveNothingInCommon(double fwhm) {
    int common = 0;
    int astigmatic = 0;
    for (int seed = 0; seed < 50; seed++) {
      SeeingField field = field((x, y) -> new Shape(fwhm, 0, 0), 10 + 4 * seed, seed);
      common += field.elongation().isCommon() ? 1 : 0;
      astigmatic += field.pattern().isAstigmatic() ? 1 : 0;
    }

    assertThat(common).isZero();
    assertThat(astigmatic).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 12})
  void fewRoundStarsHaveNothingInCommonEither(int stars) {
    int common = 0;
    int astigmatic = 0;
    int tilted = 0;
    for (int seed = 0; seed < 150; seed++) {
      Sky sky = new Sky(SIDE, SIDE, 1000, 10, seed);
      StarField.of(sky, stars, 200, 2000, round(), seed + 1000);
      SeeingField field = SeeingField.of(sky.detect(), SIDE, SIDE).orElse(null);
      if (field != null) {
        common += field.elongation().isCommon() ? 1 : 0;
        astigmatic += field.pattern().isAstigmatic() ? 1 : 0;
        tilted += field.trend().significance() >= 5 ? 1 : 0;
      }
    }

    assertThat(common).isZero();
    assertThat(astigmatic).isZero();
    assertThat(tilted).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Math.PI / 2})
  void starsThatPointToTheCentreOrAroundItAreAstigmatic(double turned) {
    for (int seed = 0; seed < 10; seed++) {
      SeeingField field = field(radial(0.25, turned), 200, seed);

      assertThat(field.elongation().isCommon()).isFalse();
      assertThat(field.pattern().isAstigmatic()).isTrue();
      assertThat(field.pattern().radial()).isCloseTo(turned == 0 ? 0.15 : -0.15, within(0.05));
    }
  }

  @Test
  void starsThatTurnOverTheFieldAreAstigmatic() {
    for (int seed = 0; seed < 10; seed++) {
      SeeingField field =
          field(
              (x, y) -> new Shape(3.5, Math.abs(x - MIDDLE) / MIDDLE * 0.3, x < MIDDLE ? 0 : 1.57),
              200,
              seed);

      assertThat(field.elongation().isCommon()).isFalse();
      assertThat(field.pattern().isAstigmatic()).isTrue();
      assertThat(field.pattern().gradient()).isCloseTo(0.6, within(0.12));
    }
  }

  @Test
  void trackingErrorsShowThroughAstigmatism() {
    Optics optics =
        (x, y) -> {
          double size = 0.1 * Math.hypot(x - MIDDLE, y - MIDDLE) / MIDDLE;
          double angle = 2 * Math.atan2(y - MIDDLE, x - MIDDLE);
          double e1 = size * Math.cos(angle);
          double e2 = size * Math.sin(angle) + 0.25;
          return new Shape(3.5, Math.hypot(e1, e2), Math.atan2(e2, e1) / 2);
        };
    SeeingField field = field(optics, 250, 3);

    assertThat(field.elongation().isCommon()).isTrue();
    assertThat(field.elongation().size()).isCloseTo(0.25, within(0.05));
    assertThat(field.elongation().angle()).isCloseTo(Math.PI / 4, within(0.08));
    assertThat(field.pattern().radial()).isCloseTo(0.067, within(0.03));
  }

  @Test
  void recoversATiltedFocalPlane() {
    SeeingField field = field((x, y) -> new Shape(3.5 + 1.0 * (y - MIDDLE) / SIDE, 0, 0), 250, 5);

    assertThat(field.trend().centre()).isCloseTo(3.5, within(0.1));
    assertThat(field.trend().perPixelX() * SIDE).isCloseTo(0, within(0.15));
    assertThat(field.trend().perPixelY() * SIDE).isCloseTo(1.0, within(0.15));
    assertThat(field.trend().across()).isCloseTo(1.0, within(0.2));
    assertThat(field.trend().significance()).isGreaterThan(10);
    assertThat(field.trend().rimOverCentre()).isCloseTo(1, within(0.1));
  }

  @Test
  void recoversACurvedFocalPlane() {
    Optics curved =
        (x, y) ->
            new Shape(
                3 + 1.2 * (Math.pow(x - MIDDLE, 2) + Math.pow(y - MIDDLE, 2)) / 2 / MIDDLE / MIDDLE,
                0,
                0);
    SeeingField field = field(curved, 250, 6);

    assertThat(field.trend().rimOverCentre()).isBetween(1.08, 1.25);
    assertThat(field.trend().significance()).isLessThan(5);
    assertThat(field(round(), 250, 7).trend().rimOverCentre()).isCloseTo(1, within(0.02));
  }

  @Test
  void cellsHoldWhatIsInThem() {
    SeeingField field =
        field((x, y) -> x < 400 ? new Shape(3, 0.2, 0) : new Shape(3.6, 0, 0), 400, 8);

    assertThat(field.columns()).isEqualTo(4);
    assertThat(field.rows()).isEqualTo(4);
    assertThat(field.cells()).hasSize(16);
    assertThat(field.cells().stream().mapToInt(SeeingField.Cell::stars).sum())
        .isBetween((int) (0.98 * field.whole().stars()), (int) (1.02 * field.whole().stars()));
    for (SeeingField.Cell cell : field.cells()) {
      assertThat(cell.fwhm()).isCloseTo(cell.column() < 2 ? 3 : 3.6, within(0.15));
      assertThat(cell.e1()).isCloseTo(cell.column() < 2 ? 0.2 : 0, within(0.06));
      assertThat(cell.e2()).isCloseTo(0, within(0.04));
    }
  }

  @Test
  void fewStarsMakeFewCellsAndNoneNothing() {
    assertThat(field(round(), 12, 9).cells()).hasSize(1);
    assertThat(SeeingField.of(new Sky(SIDE, SIDE, 1000, 10, 1).detect(), SIDE, SIDE)).isEmpty();
  }

  private static Optics round() {
    return (x, y) -> new Shape(3.5, 0, 0);
  }

  /** Stretched towards the centre, or across it, the more the farther out. */
  private static Optics radial(double atRim, double turned) {
    return (x, y) ->
        new Shape(
            3.5,
            atRim * Math.min(1, Math.hypot(x - MIDDLE, y - MIDDLE) / MIDDLE),
            Math.atan2(y - MIDDLE, x - MIDDLE) + turned);
  }

  private static SeeingField field(Optics optics, int stars, long seed) {
    Sky sky = new Sky(SIDE, SIDE, 1000, 10, seed);
    StarField.of(sky, stars, 300, 10_000, optics, seed + 1000);
    return SeeingField.of(sky.detect(), SIDE, SIDE).orElseThrow();
  }
}
