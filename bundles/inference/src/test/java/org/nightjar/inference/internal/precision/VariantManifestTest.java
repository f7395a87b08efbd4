package org.nightjar.inference.internal.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A variant's manifest is that of its parent but for two lines and a section. */
class VariantManifestTest {
  private static String of(String text) throws Exception {
    return new VariantManifest(text, "model.yaml").of("1.0+int8", "int8", "report:\n  limit: 1\n");
  }

  @Test
  void twoLinesChangeAndASectionFollows() throws Exception {
    assertThat(
            of(
                """
                # A comment.
                id: a
                version: "1.0"   # the first
                precision: float32
                card:
                  version: two
                  words: |
                    precision: of the fit
                """))
        .isEqualTo(
            """
            # A comment.
            id: a
            version: "1.0+int8"
            precision: int8
            card:
              version: two
              words: |
                precision: of the fit
            report:
              limit: 1
            """);
  }

  @Test
  void otherWaysOfWritingTheSame() throws Exception {
    assertThat(of("'version' : d6_m7\r\nprecision:\tfloat32"))
        .isEqualTo("version: \"1.0+int8\"\nprecision: int8\nreport:\n  limit: 1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{version: \"1\", precision: float32}",
        "version:\n  \"1\"\nprecision: float32\n",
        "version: >\n  1\nprecision: float32\n",
        "version: \"1\"\nversion: \"2\"\nprecision: float32\n",
        "version: \"1\"\n",
      })
  void whatCannotBeFoundIsSaid(String text) {
    assertThatThrownBy(() -> of(text))
        .hasMessageContaining("UNSUPPORTED: the manifest has no line of its own for")
        .hasMessageContaining("(model.yaml)");
  }
}
