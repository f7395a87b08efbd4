package org.nightjar.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nightjar.environment.Declaration;

class SectionsTest {
  private final Sections sections = new Sections();
  private final Declaration old =
      Declared.declaration("org.nightjar.imaging", "1.0.0", Declared.plain("a", String.class, "x"));
  private final Declaration young =
      Declared.declaration("org.nightjar.imaging", "1.1.0", Declared.plain("b", String.class, "y"));

  @Test
  void oursHaveShortNamesAndOthersTheirFullOnes() {
    assertThat(Declared.sections().values())
        .extracting(Section::name)
        .containsExactly("inference", "store", "observatory", "com.example.watch");
  }

  @Test
  void aSecondVersionGetsAnIdOfItsOwnAndKeepsIt() {
    String own = "org.nightjar.imaging|org.nightjar.imaging|1.1.0";
    assertThat(sections.of(List.of(old)).keySet()).containsExactly("org.nightjar.imaging");
    assertThat(sections.of(List.of(old, young)).keySet())
        .containsExactly("org.nightjar.imaging", own);
    assertThat(sections.of(List.of(old, young)).get("org.nightjar.imaging").settings())
        .extracting("id")
        .containsExactly("a");
    assertThat(sections.of(List.of(young)).keySet()).containsExactly(own);
    assertThat(new Sections().of(List.of(young)).keySet()).containsExactly("org.nightjar.imaging");
  }

  @Test
  void twoBundlesMayShareASection() {
    Declaration other =
        new Declaration(
            "org.nightjar.imaging",
            "",
            "",
            List.of(Declared.plain("b", String.class, "y")),
            "other",
            "3");
    assertThat(sections.of(List.of(old, other)).get("org.nightjar.imaging").settings())
        .extracting("id")
        .containsExactly("a", "b");
  }
}
