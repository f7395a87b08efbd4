package org.nightjar.dispatch.internal.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStateTest {
  @TempDir Path folder;

  @Test
  void noticesThatTheFileChangedOrVanished() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "abc");
    FileState state = FileState.of(file);
    assertThat(state.unchanged()).isTrue();
    Files.writeString(file, "abcd");
    assertThat(state.unchanged()).isFalse();
    Files.delete(file);
    assertThat(state.unchanged()).isFalse();
  }
}
