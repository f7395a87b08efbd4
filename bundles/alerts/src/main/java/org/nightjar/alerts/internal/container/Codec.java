package org.nightjar.alerts.internal.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** How the blocks of a container are packed. */
enum Codec {
  NULL {
    @Override
    ByteBuffer unpack(ByteBuffer packed, String place) {
      return packed;
    }
  },
  DEFLATE {
    @Override
    ByteBuffer unpack(ByteBuffer packed, String place) throws NightjarException {
      Inflater raw = new Inflater(true);
      try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes(packed)), raw)) {
        return drain(in, place);
      } catch (IOException e) {
        throw Damage.corrupt("a deflated block is damaged: " + e.getMessage(), place, e);
      } finally {
        raw.end();
      }
    }
  },
  SNAPPY {
    @Override
    ByteBuffer unpack(ByteBuffer packed, String place) throws NightjarException {
      if (packed.remaining() < Integer.BYTES) {
        throw Damage.corrupt("a snappy block of " + packed.remaining() + " bytes", place);
      }
      byte[] bytes = bytes(packed);
      int body = bytes.length - Integer.BYTES;
      ByteBuffer unpacked;
      try (InputStream in =
          new SnappyCompressorInputStream(new ByteArrayInputStream(bytes, 0, body))) {
        unpacked = drain(in, place);
      } catch (IOException | RuntimeException e) {
        throw Damage.corrupt("a snappy block is damaged: " + e.getMessage(), place, e);
      }
      CRC32 crc = new CRC32();
      crc.update(unpacked.duplicate());
      if ((int) crc.getValue() != ByteBuffer.wrap(bytes).getInt(body)) {
        throw Damage.corrupt("a snappy block does not fit its checksum", place);
      }
      return unpacked;
    }
  };

  /** Most bytes that a block may unpack to. */
  static final int MOST = 256 << 20;

  abstract ByteBuffer unpack(ByteBuffer packed, String place) throws NightjarException;

  static Codec of(String name, String place) throws NightjarException {
    return switch (name) {
      case "null", "" -> NULL;
      case "deflate" -> DEFLATE;
      case "snappy" -> SNAPPY;
      default ->
          throw Damage.of(
              StandardError.UNSUPPORTED,
              "the container is packed with '" + name + "'",
              place,
              "Write it again with null, deflate or snappy");
    };
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static ByteBuffer drain(InputStream in, String place)
      throws NightjarException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 16];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      out.write(piece, 0, count);
      if (out.size() > MOST) {
        throw Damage.of(
            StandardError.TOO_LARGE, "a block unpacks to more than " + MOST + " bytes", place, "");
      }
    }
    return ByteBuffer.wrap(out.toByteArray());
  }
}
