package org.nightjar.openinference.internal.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;

class SignatureTest {
  private static List<Integer> extents(List<Integer> shape, String... channels) {
    Signature signature =
        Signature.of(
            new ModelInfo(
                "m",
                "1",
                "0".repeat(64),
                "t",
                "float32",
                List.of(new InputInfo("in", shape, List.of(channels))),
                List.of(),
                Map.of()));
    assertThat(signature.channels()).containsOnlyKeys(channels);
    assertThat(signature.inputs()).containsOnlyKeys("in");
    return signature.channels().get(channels[0]).extents();
  }

  @Test
  void aChannelHasWhatIsLeftWithoutTheAxisOfChannels() {
    assertThat(extents(List.of(3, 51, 52), "a", "b", "c")).containsExactly(51, 52);
    assertThat(extents(List.of(51, 52, 3), "a", "b", "c")).containsExactly(51, 52);
    assertThat(extents(List.of(63, 64), "a")).containsExactly(63, 64);
    assertThat(extents(List.of(2), "a", "b")).isEmpty();
    assertThat(extents(List.of(3, -1, -1), "a", "b", "c")).containsExactly(-1, -1);
    assertThat(extents(List.of(3, 3, 3), "a", "b", "c")).containsExactly(3, 3);
  }

  @Test
  void whereTwoReadingsArePossibleNoneIsClaimed() {
    assertThat(extents(List.of(3, 51, 3), "a", "b", "c")).containsExactly(-1, -1);
    assertThat(extents(List.of(2, 3, 4, 5), "a", "b")).containsExactly(-1, -1);
    assertThat(extents(List.of(7, 8, 9), "a", "b")).containsExactly(-1, -1);
  }
}
