package org.nightjar.fits.internal.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a packed file unpacked to; deleted when closed. */
public final class ScratchFile implements Bytes {
  private static final Logger LOG = LoggerFactory.getLogger(ScratchFile.class);

  private final String name;
  private final Path file;
  private final FileBytes bytes;

  ScratchFile(String name, Path file) throws IOException {
    this.name = name;
    this.file = file;
    this.bytes = new FileBytes(file);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long length() {
    return bytes.length();
  }

  @Override
  public void read(long position, ByteBuffer target) throws NightjarException {
    bytes.read(position, target);
  }

  @Override
  public void close() {
    bytes.close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The scratch folder is emptied at the next start.
      LOG.warn("{} stays in the scratch folder", file, e);
    }
  }
}
