package org.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void takesTheDataFolderFromAnywhere() {
    for (String[] line :
        new String[][] {
          {"--data", "d", "check", "a"}, {"check", "--data=d", "a"}, {"check", "a", "--data", "d"}
        }) {
      assertThat(Arguments.parse(line).data()).contains("d");
      assertThat(Arguments.parse(line).command()).containsExactly("check", "a");
    }
  }

  @Test
  void leavesWhatFollowsTwoDashesAlone() {
    Arguments arguments = Arguments.parse("check", "--", "--data", "d");
    assertThat(arguments.data()).isEmpty();
    assertThat(arguments.command()).containsExactly("check", "--", "--data", "d");
  }

  @Test
  void refusesADataFolderWithoutName() {
    assertThatThrownBy(() -> Arguments.parse("check", "--data"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("--data DIR");
  }

  @Test
  void knowsAServerByItsFirstWord() {
    assertThat(Arguments.parse("--verbose", "run", "--timing").startsServer()).isTrue();
    assertThat(Arguments.parse("--config", "f", "run").startsServer()).isTrue();
    assertThat(Arguments.parse("check", "run").startsServer()).isFalse();
    assertThat(Arguments.parse().startsServer()).isFalse();
  }

  @Test
  void whatASystemMustKnowBeforeItStartsStaysInTheCommand() {
    for (String option : List.of("--config", "--profile")) {
      for (List<String> line : List.of(List.of(option, "f"), List.of(option + "=f"))) {
        Arguments arguments = Arguments.parse(line.toArray(String[]::new));
        assertThat(arguments.options()).containsExactly(entry(option, "f"));
        assertThat(arguments.command()).isEqualTo(line);
      }
      assertThat(Arguments.parse("check", "--", option, "f").options()).isEmpty();
      assertThat(Arguments.parse("check", option).options()).isEmpty();
      assertThat(Arguments.parse(option, "f", "run").startsServer()).isTrue();
    }
  }
}
