package org.nightjar.fits.internal.bytes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.nightjar.api.reader.Source;

/** What lies around a FITS file. */
public enum Packing {
  /** Nothing. */
  NONE,
  /** gzip, of one or several members. */
  GZIP,
  /** bzip2, of one or several streams. */
  BZIP2;

  private static final int BUFFER = 1 << 16;

  /** What the first bytes say. */
  public static Packing of(Source source) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(4);
    source.read(0, head);
    byte[] magic = head.array();
    if ((magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
      return GZIP;
    }
    boolean bzip2 =
        magic[0] == 'B' && magic[1] == 'Z' && magic[2] == 'h' && magic[3] >= '1' && magic[3] <= '9';
    return bzip2 ? BZIP2 : NONE;
  }

  /** The unpacked bytes. Closing the stream closes the packed one. */
  public InputStream unpack(InputStream packed) throws IOException {
    return switch (this) {
      case NONE -> packed;
      case GZIP -> new GZIPInputStream(packed, BUFFER);
      case BZIP2 -> new BZip2CompressorInputStream(new BufferedInputStream(packed, BUFFER), true);
    };
  }
}
