package org.nightjar.alerts.internal.container;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** How the blocks of a container are packed: all codecs that Avro's specification names. */
enum Codec {
  NULL {
    @Override
    InputStream open(byte[] packed) {
      return new ByteArrayInputStream(packed);
    }

    @Override
    ByteBuffer unpack(ByteBuffer packed, String place) {
      return packed;
    }
  },
  DEFLATE {
    @Override
    InputStream open(byte[] packed) {
      return new RawInflater(packed);
    }
  },
  SNAPPY {
    @Override
    InputStream open(byte[] packed) throws IOException {
      if (packed.length < Integer.BYTES) {
        throw new IOException(packed.length + " bytes");
      }
      return new SnappyCompressorInputStream(
          new ByteArrayInputStream(packed, 0, packed.length - Integer.BYTES));
    }

    @Override
    ByteBuffer unpack(ByteBuffer packed, String place) throws NightjarException {
      ByteBuffer unpacked = super.unpack(packed, place);
      CRC32 crc = new CRC32();
      crc.update(unpacked.duplicate());
      if ((int) crc.getValue() != packed.getInt(packed.limit() - Integer.BYTES)) {
        throw Damage.corrupt("a snappy block does not fit its checksum", place);
      }
      return unpacked;
    }
  },
  ZSTANDARD {
    @Override
    InputStream open(byte[] packed) throws IOException {
      return new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed))
          .setLongMax(LARGEST_WINDOW_BITS);
    }
  },
  BZIP2 {
    @Override
    InputStream open(byte[] packed) throws IOException {
      return new BZip2CompressorInputStream(new ByteArrayInputStream(packed));
    }
  },
  XZ {
    @Override
    InputStream open(byte[] packed) throws IOException {
      return XZCompressorInputStream.builder()
          .setInputStream(new ByteArrayInputStream(packed))
          .setMemoryLimitKiB(MOST_XZ_KIB)
          .get();
    }
  };

  /** Most bytes that a block may unpack to. */
  static final int MOST = 256 << 20;

  /** 64 MiB: what a frame may ask for before its first byte comes out. */
  private static final int LARGEST_WINDOW_BITS = 26;

  private static final int MOST_XZ_KIB = 128 << 10;

  abstract InputStream open(byte[] packed) throws IOException;

  /**
   * Unpacks a block; memory grows with what comes out, never with what a length says.
   *
   * @throws NightjarException CORRUPT, or TOO_LARGE beyond {@link #MOST}
   */
  ByteBuffer unpack(ByteBuffer packed, String place) throws NightjarException {
    byte[] bytes = new byte[packed.remaining()];
    packed.duplicate().get(bytes);
    try (InputStream in = open(bytes)) {
      return drain(in, bytes.length, place);
    } catch (IOException | RuntimeException e) {
      throw Damage.corrupt(
          "a block packed with " + avroName() + " is damaged: " + e.getMessage(), place, e);
    }
  }

  /** The name in a container's header. */
  String avroName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Codec of(String name, String place) throws NightjarException {
    if (name.isEmpty()) {
      return NULL;
    }
    for (Codec codec : values()) {
      if (codec.avroName().equals(name)) {
        return codec;
      }
    }
    throw Damage.of(
        StandardError.UNSUPPORTED,
        "the container is packed with '" + name + "'",
        place,
        "Write it again with null, deflate, snappy, zstandard, bzip2 or xz");
  }

  private static ByteBuffer drain(InputStream in, int packed, String place)
      throws NightjarException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(MOST, 2 * packed + 1024));
    byte[] piece = new byte[1 << 16];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      if (out.size() + count > MOST) {
        throw Damage.of(
            StandardError.TOO_LARGE, "a block unpacks to more than " + MOST + " bytes", place, "");
      }
      out.write(piece, 0, count);
    }
    return ByteBuffer.wrap(out.toByteArray());
  }

  /** Bare deflate, whose native memory goes with the stream. */
  private static final class RawInflater extends InflaterInputStream {
    RawInflater(byte[] packed) {
      super(new ByteArrayInputStream(packed), new Inflater(true), 1 << 16);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }
}
