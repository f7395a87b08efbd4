package org.nightjar.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What plugin-api/README.md quotes is what is compiled and tested here. */
class ReadmeTest {

  private static final Pattern QUOTED =
      Pattern.compile("```java\\n// (\\w+\\.java)\\n(.*?)```", Pattern.DOTALL);

  @Test
  void quotesTheExamplesAsTheyAre() throws Exception {
    Path sources = Path.of("src/test/java/org/nightjar/testkit/example");
    Matcher quoted = QUOTED.matcher(Files.readString(Path.of("../README.md")));
    List<String> names = new ArrayList<>();
    while (quoted.find()) {
      names.add(quoted.group(1));
      assertThat(Files.readString(sources.resolve(quoted.group(1))))
          .as("%s, as the README quotes it", quoted.group(1))
          .endsWith("\n\n" + quoted.group(2));
    }
    assertThat(names)
        .contains("BrightSky.java", "BrightSkySettings.java", "BrightSkyContractTest.java");
  }
}
