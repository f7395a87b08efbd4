package org.nightjar.alerts.internal.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.nightjar.alerts.internal.avro.ByteCursor;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.alerts.internal.schema.KnownSchema;
import org.nightjar.alerts.internal.schema.Schemas;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * An Avro object container (Avro specification 1.12, Object Container Files), read strictly: Avro's
 * own reader reports no packets and no error where a block has lost a byte.
 */
public final class Container {
  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final int SYNC = 16;
  private static final int LONGEST_HEADER = 4 << 20;
  private static final int FIRST_LOOK = 1 << 16;
  private static final int LONGEST_BLOCK_HEAD = 20;
  private static final int SEARCH = 1 << 16;
  private static final int MOST_SALVAGED = 4 << 20;

  private final Input in;
  private final KnownSchema schema;
  private final Codec codec;
  private final ByteBuffer sync;
  private final long firstBlock;

  private Container(Input in, KnownSchema schema, Codec codec, ByteBuffer sync, long firstBlock) {
    this.in = in;
    this.schema = schema;
    this.codec = codec;
    this.sync = sync;
    this.firstBlock = firstBlock;
  }

  /** Whether these first bytes are a container's. */
  public static boolean recognises(ByteBuffer head) {
    return head.remaining() >= MAGIC.length
        && head.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  /** Reads the header. */
  public static Container open(Input in, Schemas schemas) throws NightjarException, IOException {
    int look = FIRST_LOOK;
    while (true) {
      ByteBuffer head = in.atMost(0, look);
      try {
        return header(in, head, schemas);
      } catch (HeaderLonger e) {
        if (look >= in.length()) {
          throw Damage.truncated(
              "the file ends at byte " + in.length() + " within its header", in.place());
        }
        if (look >= LONGEST_HEADER) {
          throw Damage.of(
              StandardError.TOO_LARGE,
              "a header of more than " + LONGEST_HEADER + " bytes",
              in.place(),
              "Check that it is an Avro container");
        }
        look = LONGEST_HEADER;
      }
    }
  }

  private static Container header(Input in, ByteBuffer head, Schemas schemas)
      throws NightjarException, HeaderLonger {
    ByteCursor cursor = new ByteCursor(head.position(MAGIC.length), in.place(), 0);
    Map<String, ByteBuffer> metadata = new HashMap<>();
    try {
      for (long count = cursor.readLong(); count != 0; count = cursor.readLong()) {
        if (count < 0) {
          count = Math.negateExact(count);
          cursor.readLong();
        }
        for (long i = 0; i < count; i++) {
          cursor.step();
          metadata.put(cursor.readString(), cursor.readBytes());
        }
      }
    } catch (NightjarException | ArithmeticException e) {
      throw new HeaderLonger(e);
    }
    if (cursor.remaining() < SYNC) {
      throw new HeaderLonger(null);
    }
    ByteBuffer sync = cursor.readFixed(SYNC);
    ByteBuffer json = metadata.get("avro.schema");
    if (json == null) {
      throw Damage.corrupt("the container has no schema", in.place());
    }
    ByteBuffer codec = metadata.getOrDefault("avro.codec", ByteBuffer.allocate(0));
    String codecName = StandardCharsets.US_ASCII.decode(codec.duplicate()).toString();
    return new Container(
        in,
        schemas.parse(json, in.place()),
        Codec.of(codecName, in.place()),
        sync,
        cursor.position());
  }

  /** The header does not parse within the bytes looked at. */
  private static final class HeaderLonger extends Exception {
    private static final long serialVersionUID = 1L;

    HeaderLonger(Exception cause) {
      super(cause);
    }
  }

  /** The schema that packets were written with. */
  public KnownSchema schema() {
    return schema;
  }

  /** Whether packets are stored as they are, so that each has a range of its own in the file. */
  public boolean plain() {
    return codec == Codec.NULL;
  }

  /** Where the first block begins, if there is one. */
  public long firstBlock() {
    return firstBlock;
  }

  /** Whether another block begins at a position. */
  public boolean hasBlock(long position) {
    return position < in.length();
  }

  /**
   * What a block says of itself, believed or not.
   *
   * @throws NightjarException CORRUPT if it cannot be
   */
  public Block announced(long position) throws NightjarException, IOException {
    ByteBuffer head = in.atMost(position, LONGEST_BLOCK_HEAD);
    ByteCursor cursor = new ByteCursor(head, in.place(), position);
    long count = cursor.readLong();
    long length = cursor.readLong();
    long start = position + cursor.position();
    if (count < 0 || length < 0 || count > length) {
      throw Damage.corrupt(
          "a block of " + count + " packets in " + length + " bytes", at(position));
    }
    return new Block(count, start, length, start + length + SYNC);
  }

  /**
   * The block at a position, known to be complete and in its place.
   *
   * @throws NightjarException TRUNCATED or CORRUPT if it is not
   */
  public Block block(long position) throws NightjarException, IOException {
    Block block = announced(position);
    long length = block.length();
    long left = in.length() - block.start() - SYNC;
    if (length > left) {
      throw Damage.truncated(
          "the block needs "
              + (length + SYNC)
              + " bytes and has "
              + (left + SYNC)
              + ": "
              + (length - left)
              + (endsWithSync()
                  ? " lost within it (a newline conversion loses one per carriage return)"
                  : " missing at the end of the file"),
          at(position));
    }
    if (length > Codec.MOST) {
      throw Damage.of(StandardError.TOO_LARGE, "a block of " + length + " bytes", at(position), "");
    }
    if (!in.bytes(block.start() + length, SYNC).equals(sync)) {
      throw Damage.corrupt(
          "no sync marker after the block: bytes were lost or added within it", at(position));
    }
    return block;
  }

  /** Where the next block begins after a damaged one: behind the next sync marker, if any. */
  public OptionalLong resume(long position) throws NightjarException, IOException {
    byte first = sync.get(0);
    for (long at = position; at + SYNC <= in.length(); at += SEARCH - SYNC + 1) {
      ByteBuffer window = in.atMost(at, SEARCH);
      for (int i = 0; i + SYNC <= window.limit(); i++) {
        if (window.get(i) == first && window.slice(i, SYNC).equals(sync)) {
          return OptionalLong.of(at + i + SYNC);
        }
      }
    }
    return OptionalLong.empty();
  }

  /** A file that was cut off does not end as a whole one does. */
  private boolean endsWithSync() throws IOException, NightjarException {
    return in.length() >= SYNC && in.bytes(in.length() - SYNC, SYNC).equals(sync);
  }

  private String at(long position) {
    return in.place() + ", block at byte " + position;
  }

  /** The packets of a block as they are encoded one after another. */
  public ByteBuffer packets(Block block) throws NightjarException, IOException {
    return packets(block.start(), (int) block.length());
  }

  /** The packets in these bytes of a block, for a caller that kept its place. */
  public ByteBuffer packets(long start, int length) throws NightjarException, IOException {
    return codec.unpack(in.bytes(start, length), at(start));
  }

  /** The stored bytes of one packet of a plain container. */
  public ByteBuffer stored(long start, int length) throws NightjarException, IOException {
    return in.bytes(start, length);
  }

  /** What there is of a block, up to a bound, whatever it says. */
  public ByteBuffer remains(Block block) throws NightjarException, IOException {
    return in.atMost(block.start(), (int) Math.min(MOST_SALVAGED, block.length()));
  }
}
