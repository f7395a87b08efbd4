package org.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void theConfigurationIsKnownToTheLauncherAndToTheCommand() {
    for (String[] line : new String[][] {{"check", "--config", "f"}, {"check", "--config=f"}}) {
      assertThat(Arguments.parse(line).config()).contains("f");
      assertThat(Arguments.parse(line).command()).containsExactly(line);
    }
    assertThat(Arguments.parse("check", "--", "--config", "f").config()).isEmpty();
    assertThat(Arguments.parse("check", "--config").config()).isEmpty();
  }
}
