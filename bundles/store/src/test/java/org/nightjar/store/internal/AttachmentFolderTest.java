package org.nightjar.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.Attachment;
import org.nightjar.environment.Folders;
import org.nightjar.store.internal.attachments.AttachmentFolder;

class AttachmentFolderTest {
  @TempDir Path data;

  @Test
  void contentIsKeptOnceUnderItsChecksum() throws Exception {
    AttachmentFolder folder = folder();
    Attachment bytes = folder.put("a.txt", "text/plain", new byte[] {'a', 'b', 'c'});
    Path file = Files.writeString(data.resolve("source"), "abc");
    Attachment copy = folder.put("b.txt", "text/plain", file);

    assertThat(bytes.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(copy).isEqualTo(new Attachment("b.txt", "text/plain", bytes.sha256(), 3));
    try (InputStream content = folder.open(bytes.sha256())) {
      assertThat(content).hasContent("abc");
    }
    assertThat(kept()).containsExactly("ba/" + bytes.sha256());
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndATruncatedFileReplaced() throws Exception {
    AttachmentFolder folder = folder();
    Attachment attachment = folder.put("a", "text/plain", new byte[100]);
    Files.write(folder.file(attachment.sha256()), new byte[7]);
    Files.write(data.resolve("attachments/123.part"), new byte[9]);
    AttachmentFolder again = folder();
    again.put("a", "text/plain", new byte[100]);
    assertThat(again.length(attachment.sha256())).isEqualTo(100);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void nothingLeavesItsFolder() throws Exception {
    AttachmentFolder folder = folder();
    for (String name : List.of("../etc/passwd", "", "00", "Z".repeat(64), "0".repeat(64))) {
      assertThatThrownBy(() -> folder.open(name)).hasMessageContaining("NOT_FOUND");
    }
    assertThatThrownBy(() -> folder.put("../a", "text/plain", new byte[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.createFile(data.resolve("file"));
    assertThatThrownBy(() -> new AttachmentFolder(new Folders(file, file)))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("DISK_FULL");
    assertThatThrownBy(() -> OpenStore.embedded(file))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("DISK_FULL");
  }

  private AttachmentFolder folder() throws NightjarException {
    return new AttachmentFolder(new Folders(data, data));
  }

  private List<String> kept() throws IOException {
    Path folder = data.resolve("attachments");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
