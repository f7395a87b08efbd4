package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Shape;

class RealExposuresTest {

  @TempDir private Path folder;

  @Test
  void findsTheStreakOfASatellite() throws Exception {
    Judged judged = Judged.of(Exposures.of(RealFits.image("streak_long.fits")), folder);
    assertThat(judged.findings("streak")).hasSize(1);
    Finding streak = judged.finding("streak");
    assertThat(streak.shape()).containsInstanceOf(Shape.Line.class);
    Shape.Line line = (Shape.Line) streak.shape().orElseThrow();
    assertThat(Math.hypot(line.x0() - 24, line.y0() - 338)).as("left end").isLessThan(5);
    assertThat(Math.hypot(line.x1() - 338, line.y1() - 309)).as("right end").isLessThan(5);
    assertThat(line.width()).isBetween(1.0, 12.0);
    assertThat(judged.value("streaks")).isEqualTo(1);
    assertThat(judged.value("streakFraction")).isCloseTo(0.01, within(0.008));
  }

  @Test
  void findsNoStreakInAFieldOfStars() throws Exception {
    Judged judged = Judged.of(Exposures.of(RealFits.image("M6707HH.fits")), folder);
    assertThat(judged.findings("streak")).isEmpty();
    assertThat(judged.value("streaks")).isZero();
    assertThat(judged.value("stars")).isGreaterThan(100);
  }
}
