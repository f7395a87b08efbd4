package org.nightjar.api.reader;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file"), text);
  }

  @Test
  void readsAnywhereAndFewerBytesAtTheEnd() throws IOException {
    Source source = Source.ofFile(file("0123456789"));
    ByteBuffer target = ByteBuffer.allocate(20);
    assertThat(source.read(6, target)).isEqualTo(4);
    assertThat(new String(target.array(), 0, 4, US_ASCII)).isEqualTo("6789");
    assertThat(source.read(10, target)).isZero();
    assertThat(source.length()).isEqualTo(10);
    assertThat(source.uri()).isEqualTo(folder.resolve("file").toUri());
    try (InputStream all = source.open()) {
      assertThat(all.readAllBytes()).asString(US_ASCII).isEqualTo("0123456789");
    }
  }

  @Test
  void anInterruptedReaderDisturbsNobodyElse() throws IOException {
    Source source = Source.ofFile(file("0123456789"));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> source.read(0, ByteBuffer.allocate(4)))
        .isInstanceOf(ClosedByInterruptException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(source.read(0, ByteBuffer.allocate(4))).isEqualTo(4);
  }

  @Test
  void onlyRegularFilesAreSources() {
    assertThatThrownBy(() -> Source.ofFile(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Source.ofFile(folder))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("not a regular file");
  }
}
