package org.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxNativesTest {
  @TempDir Path folder;
  private Path boot;
  private Path natives;

  @BeforeEach
  void folders() throws IOException {
    boot = Files.createDirectory(folder.resolve("boot"));
    natives = Files.createDirectory(folder.resolve("native"));
  }

  @Test
  void unpacksThisPlatformOnce() throws IOException {
    jar("one");
    Path first = new OnnxNatives(natives).unpack(boot).orElseThrow();
    Path library = first.resolve("library.so");
    assertThat(library).hasContent("one");
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(library, old);

    assertThat(new OnnxNatives(natives).unpack(boot)).contains(first);
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(old);
  }

  @Test
  void replacesAnotherVersion() throws IOException {
    jar("one");
    Path first = new OnnxNatives(natives).unpack(boot).orElseThrow();
    jar("two");
    Path second = new OnnxNatives(natives).unpack(boot).orElseThrow();
    assertThat(second.resolve("library.so")).hasContent("two");
    assertThat(first).doesNotExist();
  }

  @Test
  void isSatisfiedWithoutTheJar() throws IOException {
    assertThat(new OnnxNatives(natives).unpack(boot)).isEmpty();
    assertThat(new OnnxNatives(natives).unpack(folder.resolve("absent"))).isEmpty();
  }

  private void jar(String content) throws IOException {
    try (OutputStream file = Files.newOutputStream(boot.resolve("onnxruntime-1.29.0.jar"));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String platform :
          Stream.of("linux-x64", "linux-aarch64", "osx-x64", "osx-aarch64", "win-x64").toList()) {
        zip.putNextEntry(new ZipEntry("ai/onnxruntime/native/" + platform + "/library.so"));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry("ai/onnxruntime/native/" + platform + "/symbols/library.so"));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
