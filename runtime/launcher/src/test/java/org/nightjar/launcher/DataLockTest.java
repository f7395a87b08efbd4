package org.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
  @TempDir Path folder;

  @Test
  void isHeldByOneAtATimeAndNamesTheHolder() {
    DataFolder data = new DataFolder(folder.resolve("data"));
    try (DataLock lock = DataLock.tryAcquire(data.lockFile()).orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(DataLock.tryAcquire(data.lockFile())).isEmpty();
      assertThat(DataLock.holder(data.lockFile())).contains(ProcessHandle.current().pid());
      assertThat(DataLock.held(data))
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
    }
    try (DataLock again = DataLock.tryAcquire(data.lockFile()).orElseThrow()) {
      assertThat(again).isNotNull();
    }
  }
}
