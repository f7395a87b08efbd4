package org.nightjar.rendering.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurveysTest {
  @Test
  void allArePresentAndSayWhereTheyAreFrom() {
    assertThat(Surveys.names()).hasSize(9).isSorted();
    for (String name : Surveys.names()) {
      Survey survey = Surveys.find(name).orElseThrow();
      assertThat(survey.bands()).isNotEmpty();
      for (Band band : survey.bands()) {
        assertThat(band.values().values())
            .isNotEmpty()
            .allSatisfy(q -> assertThat(q.source()).isNotBlank());
      }
    }
  }

  @Test
  void valuesAreThoseOfTheFiles() {
    Band i = Surveys.find("lsst").orElseThrow().band("i").orElseThrow();
    assertThat(i.exposures().totalSeconds()).isEqualTo(6900);
    assertThat(i.exposures().backgroundNoise()).isCloseTo(0.0763715803, within(1e-9));
    Quantity seeing =
        Surveys.find("des")
            .orElseThrow()
            .band("g")
            .orElseThrow()
            .find(Property.SEEING)
            .orElseThrow();
    assertThat(seeing.value()).isEqualTo(1.17);
    assertThat(seeing.spread()).isEqualTo(0.21);
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(Surveys.find("sdss")).isEmpty();
    Band deep = Surveys.find("des_deep").orElseThrow().band("g").orElseThrow();
    assertThatThrownBy(deep::exposures).hasMessageContaining("exposures");
  }
}
