package org.nightjar.environment.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nightjar.environment.Declaration;
import org.nightjar.environment.Setting;

class MetatypeDocumentTest {
  private static final String DOCUMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
        <OCD id="some.Settings" name="Name" description="About it.">
          <AD id="least" type="Integer" default="3" min="1" max="9" description="How many."/>
          <AD id="list" type="String" cardinality="2147483647" default=""/>
          <AD id="two" type="Double" cardinality="2147483647" default="1.5,2"/>
          <AD id="secret" type="Password" required="false"/>
          <AD id="choice" type="String" default="a">
            <Option label="A" value="a"/>
            <Option label="B" value="b"/>
          </AD>
        </OCD>
        <Designate pid="org.nightjar.some"><Object ocdref="some.Settings"/></Designate>
        <Designate factoryPid="org.nightjar.many"><Object ocdref="some.Settings"/></Designate>
      </metatype:MetaData>
      """;

  @Test
  void readsWhatTheAnnotationsOfAComponentBecome() throws Exception {
    List<Declaration> declarations =
        MetatypeDocument.read(
            new ByteArrayInputStream(DOCUMENT.getBytes(UTF_8)), "org.nightjar.some", "1.0.0");
    assertThat(declarations).hasSize(1);
    Declaration declaration = declarations.get(0);
    assertThat(declaration.pid()).isEqualTo("org.nightjar.some");
    assertThat(declaration.description()).isEqualTo("About it.");
    List<Setting> settings = declaration.settings();
    assertThat(settings)
        .extracting(Setting::id)
        .containsExactly("least", "list", "two", "secret", "choice");
    assertThat(settings.get(0))
        .isEqualTo(
            new Setting(
                "least",
                Integer.class,
                false,
                false,
                true,
                List.of("3"),
                Optional.of("1"),
                Optional.of("9"),
                List.of(),
                "How many."));
    assertThat(settings.get(1).list()).isTrue();
    assertThat(settings.get(1).defaults()).isEmpty();
    assertThat(settings.get(2).defaults()).containsExactly("1.5", "2");
    assertThat(settings.get(3).secret()).isTrue();
    assertThat(settings.get(3).required()).isFalse();
    assertThat(settings.get(4).options()).containsExactly("a", "b");
  }
}
