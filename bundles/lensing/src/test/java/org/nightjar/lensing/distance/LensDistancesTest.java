package org.nightjar.lensing.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nightjar.lensing.FlatUniverse;

class LensDistancesTest {
  private final LensDistances distances = new LensDistances(new FlatUniverse(70, 0.3), 0.5, 1.5);

  @Test
  void anglesOfLenses() {
    assertThat(distances.einsteinRadius(250)).isCloseTo(1.02239530, within(1e-6));
    assertThat(distances.timeDelayDistance()).isCloseTo(3329.66536, within(1e-3));
    NfwAngles halo = distances.nfw(1e13, 6);
    assertThat(halo.scaleRadius()).isCloseTo(10.1422, within(2e-3));
    assertThat(halo.deflection()).isCloseTo(1.0197780, within(4e-4));
  }

  @Test
  void criticalDensityHoldsAnEinsteinRing() {
    // A sphere's mass within its Einstein radius is the critical density times its area.
    double theta = distances.einsteinRadius(250) * LensDistances.ARCSECOND * distances.toLens();
    double mass = Math.PI * theta * theta * distances.criticalDensity();
    double g = 1.3271244e11 / 3.085677581491367e19;
    assertThat(mass).isCloseTo(Math.PI * 250 * 250 * theta / g, within(1e-9 * mass));
  }

  @Test
  void theSourceIsBehindTheLens() {
    assertThatThrownBy(() -> new LensDistances(new FlatUniverse(70, 0.3), 0.5, 0.4))
        .hasMessageContaining("behind the lens");
  }
}
