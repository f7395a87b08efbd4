package org.nightjar.fits.internal.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.Source;

/** Unpacks files into the scratch folder, within limits. */
public final class Unpacker {
  private static final int BLOCK = 1 << 18;

  private final Path scratch;
  private final UnpackLimits limits;

  /** Unpacks into this folder, which is made when needed. */
  public Unpacker(Path scratch, UnpackLimits limits) {
    this.scratch = scratch;
    this.limits = limits;
  }

  /**
   * Unpacks everything.
   *
   * @throws NightjarException TRUNCATED, CORRUPT or TOO_LARGE for what is packed, DISK_FULL for
   *     where it goes
   */
  public ScratchFile unpack(Source source, Packing packing) throws NightjarException, IOException {
    Files.createDirectories(scratch);
    Path file = Files.createTempFile(scratch, "fits-", ".unpacked");
    try {
      fill(source, packing, file);
      return new ScratchFile(source.uri().toString(), file);
    } catch (NightjarException | IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void fill(Source source, Packing packing, Path file)
      throws NightjarException, IOException {
    String name = source.uri().toString();
    long bound = limits.bound(source.length());
    byte[] block = new byte[BLOCK];
    long total = 0;
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE);
        InputStream packed = source.open();
        InputStream in = start(packing, packed, name)) {
      for (int count = next(in, block, name, total);
          count >= 0;
          count = next(in, block, name, total)) {
        total += count;
        if (total > bound) {
          throw NightjarException.of(
              StandardError.TOO_LARGE,
              "unpacks to more than " + bound + " bytes from " + source.length(),
              name,
              "Unpack it by hand if it is genuine");
        }
        write(out, ByteBuffer.wrap(block, 0, count), name);
      }
    }
  }

  private static InputStream start(Packing packing, InputStream packed, String name)
      throws NightjarException {
    try {
      return packing.unpack(packed);
    } catch (IOException | RuntimeException e) {
      throw damaged(e, name, 0);
    }
  }

  private static int next(InputStream in, byte[] block, String name, long total)
      throws NightjarException {
    try {
      return in.read(block);
    } catch (IOException | RuntimeException e) {
      // Damaged bzip2 blocks surface as index errors too.
      throw damaged(e, name, total);
    }
  }

  private static NightjarException damaged(Exception e, String name, long total) {
    boolean ended =
        e instanceof EOFException || String.valueOf(e.getMessage()).contains("end of stream");
    return new NightjarException(
        Problem.of(
            ended ? StandardError.TRUNCATED : StandardError.CORRUPT,
            "the packed bytes "
                + (ended ? "end" : "are damaged (" + e.getMessage() + ")")
                + " after "
                + total
                + " unpacked bytes",
            name,
            "Fetch the file again"),
        e);
  }

  private static void write(FileChannel out, ByteBuffer bytes, String name)
      throws NightjarException {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.DISK_FULL,
              "no room to unpack: " + e.getMessage(),
              name,
              "Free space in the data folder"),
          e);
    }
  }
}
