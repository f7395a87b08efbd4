package org.nightjar.store.internal.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.report.Attachment;
import org.nightjar.environment.Folders;
import org.nightjar.store.AttachmentStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Attachments in {@code DATA/attachments/ab/<sha256>}. A file has that name only once all of it is
 * on disk: it is written beside, synced, renamed, and then the folder is synced.
 */
@Component(service = {AttachmentStore.class, AttachmentFolder.class})
public final class AttachmentFolder implements AttachmentStore {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final String UNFINISHED = ".part";
  private static final int CHUNK = 1 << 16;

  private final Path folder;

  /** Attachments in this data folder; what a killed process left unfinished is removed. */
  @Activate
  public AttachmentFolder(@Reference Folders folders) throws NightjarException {
    this.folder = folders.data().resolve("attachments");
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
        for (Path file : left) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw full(e);
    }
  }

  @Override
  public Attachment put(String name, String mediaType, byte[] content) throws NightjarException {
    return keep(name, mediaType, new ByteArrayInputStream(content));
  }

  @Override
  public Attachment put(String name, String mediaType, Path file) throws NightjarException {
    try (InputStream content = Files.newInputStream(file)) {
      return keep(name, mediaType, content);
    } catch (IOException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.BAD_ARGUMENT, "the attachment cannot be read: " + e, "" + file, ""),
          e);
    }
  }

  @Override
  public InputStream open(String sha256) throws NightjarException, IOException {
    if (SHA256.matcher(sha256).matches()) {
      try {
        return Files.newInputStream(file(sha256));
      } catch (NoSuchFileException e) {
        throw missing(sha256);
      }
    }
    throw missing(sha256);
  }

  /** Where the content of a checksum is kept. */
  public Path file(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /** How many bytes are kept under a checksum; -1 if none are. */
  public long length(String sha256) {
    try {
      return Files.size(file(sha256));
    } catch (IOException e) {
      return -1;
    }
  }

  private Attachment keep(String name, String mediaType, InputStream content)
      throws NightjarException {
    Path beside = null;
    try {
      beside = Files.createTempFile(folder, "", UNFINISHED);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long length = write(content, digest, beside);
      String sha256 = HexFormat.of().formatHex(digest.digest());
      Attachment attachment = new Attachment(name, mediaType, sha256, length);
      Path target = file(sha256);
      if (length(sha256) != length) {
        if (!Files.isDirectory(target.getParent())) {
          Files.createDirectories(target.getParent());
          sync(folder);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.getParent());
      }
      return attachment;
    } catch (IOException e) {
      throw full(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    } finally {
      discard(beside);
    }
  }

  private static long write(InputStream content, MessageDigest digest, Path target)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long length = 0;
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
        digest.update(chunk, 0, read);
        ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        length += read;
      }
      channel.force(true);
    }
    return length;
  }

  /** A rename is durable once its folder is; not every file system can be asked. */
  private static void sync(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private void discard(Path beside) throws NightjarException {
    if (beside != null) {
      try {
        Files.deleteIfExists(beside);
      } catch (IOException e) {
        throw full(e);
      }
    }
  }

  private static NightjarException missing(String sha256) {
    return NightjarException.of(
        StandardError.NOT_FOUND, "no attachment has this checksum", sha256, "");
  }

  private NightjarException full(IOException cause) {
    return new NightjarException(
        Problem.of(
            StandardError.DISK_FULL,
            "an attachment cannot be written: " + cause,
            folder.toString(),
            "Free space on the disk or make the data folder writable"),
        cause);
  }
}
