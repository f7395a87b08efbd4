package org.nightjar.alerts.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.nightjar.alerts.internal.avro.ByteCursor;
import org.nightjar.alerts.internal.avro.PacketDecoder;
import org.nightjar.alerts.internal.container.Block;
import org.nightjar.alerts.internal.container.Container;
import org.nightjar.api.error.NightjarException;

/** Walks through the packets of a container. */
final class Packets {
  /** Takes one packet. */
  @FunctionalInterface
  interface Visitor {
    /** Whether to go on. */
    boolean visit(Packet packet) throws NightjarException;
  }

  private final Container container;
  private final String place;
  private long index;

  Packets(Container container, String place) {
    this.container = container;
    this.place = place;
  }

  /** All packets of the file. */
  void walk(Visitor visitor) throws NightjarException, IOException {
    long position = container.firstBlock();
    while (container.hasBlock(position)) {
      Block block = container.block(position);
      if (!walk(block.start(), block.length(), block.count(), container.packets(block), visitor)) {
        return;
      }
      position = block.end();
    }
  }

  private boolean walk(long start, int length, long count, ByteBuffer bytes, Visitor visitor)
      throws NightjarException {
    ByteCursor cursor = new ByteCursor(bytes, place, container.plain() ? start : 0);
    for (long i = 0; i < count; i++) {
      int from = cursor.position();
      Map<String, Object> values = PacketDecoder.decode(container.schema(), cursor);
      ByteBuffer own = bytes.slice(from, cursor.position() - from);
      boolean more =
          visitor.visit(
              container.plain()
                  ? new Packet(index, own, start + from, own.remaining(), values)
                  : new Packet(index, own, start, length, values));
      if (!more) {
        return false;
      }
      index++;
    }
    if (cursor.remaining() > 0) {
      throw cursor.corrupt(
          cursor.remaining() + " bytes are left in the block after its " + count + " packets");
    }
    return true;
  }
}
