package org.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void listsBundlesByLevelAndName() throws IOException {
    Path late = jar("system/30/a.jar");
    Path first = jar("system/1/b.jar");
    Path second = jar("system/1/c.jar");
    Path plugin = jar("plugins/d.jar");
    Files.writeString(folder.resolve("plugins/readme.txt"), "not a bundle");

    assertThat(new Home(folder).bundles())
        .containsExactly(
            java.util.Map.entry(1, List.of(first, second)),
            java.util.Map.entry(30, List.of(late)),
            java.util.Map.entry(80, List.of(plugin)));
  }

  @Test
  void refusesALevelThatIsNoNumber() throws IOException {
    jar("system/late/a.jar");
    assertThatThrownBy(() -> new Home(folder).bundles())
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("late");
  }

  @Test
  void refusesAFolderThatIsNoDistribution() {
    assertThatThrownBy(() -> new Home(folder))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining(folder.toString());
  }

  private Path jar(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
