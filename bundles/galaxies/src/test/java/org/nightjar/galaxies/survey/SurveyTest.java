package org.nightjar.galaxies.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nightjar.galaxies.merger.MergerRate;

class SurveyTest {
  @Test
  void errorsAreAsInTheReference() {
    MagnitudeError error = new MagnitudeError(23, 30, 4.56, 1, Double.POSITIVE_INFINITY);
    assertThat(error.sigma(18)).isCloseTo(0.001097730245233691, within(1e-14));
    assertThat(error.sigma(24)).isCloseTo(0.27270618550402687, within(1e-12));
    // At the limit the signal is ten times the noise.
    assertThat(error.sigma(23)).isCloseTo(2.5 / Math.log(10) / 10, within(1e-12));
    assertThat(new MagnitudeError(23, 30, 4.56, 1, 0.2).sigma(24)).isEqualTo(0.2);
  }

  @Test
  void completenessIsWhatItsMagnitudesSay() {
    LogisticCompleteness completeness = new LogisticCompleteness(24, 24.7);
    assertThat(completeness.at(24)).isCloseTo(0.95, within(1e-14));
    assertThat(completeness.at(24.7)).isCloseTo(0.5, within(1e-14));
    assertThat(completeness.at(25.4)).isCloseTo(0.05, within(1e-14));
    assertThatThrownBy(() -> new LogisticCompleteness(24, 24)).hasMessageContaining("24");
  }

  @Test
  void theSunIsOneSun() {
    for (SolarBand band : SolarBand.values()) {
      assertThat(band.luminosity(band.magnitude())).isEqualTo(1);
      assertThat(band.absoluteMagnitude(1e10)).isCloseTo(band.magnitude() - 25, within(1e-12));
      assertThat(SolarBand.named(band.name())).contains(band);
    }
    assertThat(SolarBand.B.luminosity(-20.5)).isCloseTo(21086281499.332886, within(1e-2));
    assertThat(SolarBand.named("Q")).isEmpty();
  }

  @Test
  void mergersFollowTheTable() {
    MergerRate rate = MergerRate.of("NS-NS", "realistic").orElseThrow();
    assertThat(rate.inBlueSuns(1e10)).isEqualTo(60);
    assertThat(rate.inErgPerSecond(2.16e43)).isCloseTo(60, within(1e-12));
    assertThat(rate.inSuns(1e10 * 2.16 / 3.828)).isCloseTo(60, within(1e-12));
    assertThat(MergerRate.of("BH-BH", "max")).isEmpty();
    assertThat(MergerRate.of("NS-BH", "high").orElseThrow().perMyr()).isEqualTo(60);
  }
}
