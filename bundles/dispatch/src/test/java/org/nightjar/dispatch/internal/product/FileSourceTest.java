package org.nightjar.dispatch.internal.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
  @TempDir Path folder;

  @Test
  void anInterruptedReaderDoesNotCloseTheFileForOthers() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "0123456789");
    try (FileSource source = new FileSource(file)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> source.read(0, ByteBuffer.allocate(4)))
          .isInstanceOf(ClosedByInterruptException.class);
      assertThat(Thread.interrupted()).isTrue();

      ByteBuffer target = ByteBuffer.allocate(20);
      assertThat(source.read(6, target)).isEqualTo(4);
      assertThat(new String(target.array(), 0, 4, "US-ASCII")).isEqualTo("6789");
      assertThat(source.read(10, ByteBuffer.allocate(1))).isZero();
    }
  }

  @Test
  void aClosedSourceStaysClosed() throws IOException {
    FileSource source = new FileSource(Files.writeString(folder.resolve("file"), "x"));
    source.close();

    assertThatThrownBy(() -> source.read(0, ByteBuffer.allocate(1)))
        .isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void noticesThatTheFileChangedOrVanished() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "abc");
    try (FileSource source = new FileSource(file)) {
      assertThat(source.unchanged()).isTrue();
      Files.writeString(file, "abcd");
      assertThat(source.unchanged()).isFalse();
      Files.delete(file);
      assertThat(source.unchanged()).isFalse();
    }
  }
}
