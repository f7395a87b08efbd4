package org.nightjar.alerts.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.nightjar.alerts.internal.avro.ByteCursor;
import org.nightjar.alerts.internal.avro.PacketPlan;
import org.nightjar.alerts.internal.container.Block;
import org.nightjar.alerts.internal.container.Container;
import org.nightjar.api.error.NightjarException;

/**
 * Walks through the packets of a container. A damaged block ends with what was salvaged of it; the
 * walk goes on behind the next sync marker, and says at the end what it met.
 */
final class Packets {
  /** Takes one packet. */
  @FunctionalInterface
  interface Visitor {
    /** Whether to go on. */
    boolean visit(Packet packet) throws NightjarException;
  }

  private final Container container;
  private final String place;
  private final PacketPlan plan;
  private final Salvage salvage;
  private NightjarException damage;
  private int damagedBlocks;
  private long index;

  Packets(Container container, String place, PacketPlan plan, Salvage salvage) {
    this.container = container;
    this.place = place;
    this.plan = plan;
    this.salvage = salvage;
  }

  /**
   * All packets of the file that can be read.
   *
   * @throws NightjarException of category DATA at the end, if any block was damaged; or what the
   *     visitor throws, at once
   */
  void walk(Visitor visitor) throws NightjarException, IOException {
    OptionalLong position = OptionalLong.of(container.firstBlock());
    while (position.isPresent() && container.hasBlock(position.getAsLong())) {
      long start = position.getAsLong();
      Block block;
      ByteBuffer bytes;
      try {
        block = container.block(start);
        bytes = container.packets(block);
      } catch (NightjarException e) {
        note(salvage.ofBlock(container, start, e));
        position = container.resume(start);
        continue;
      }
      if (!walk(block, bytes, visitor)) {
        return;
      }
      position = OptionalLong.of(block.end());
    }
    if (damage != null) {
      throw damagedBlocks == 1 ? damage : Salvage.more(damage, damagedBlocks + " damaged blocks");
    }
  }

  private void note(NightjarException e) {
    damage = damage == null ? e : damage;
    damagedBlocks++;
  }

  private boolean walk(Block block, ByteBuffer bytes, Visitor visitor) throws NightjarException {
    ByteCursor cursor = new ByteCursor(bytes, place, container.plain() ? block.start() : 0);
    for (long i = 0; i < block.count(); i++) {
      int from = cursor.position();
      Map<String, Object> values = new LinkedHashMap<>();
      try {
        plan.decode(cursor, place, values);
      } catch (NightjarException e) {
        note(salvage.ofPacket(container.schema(), bytes.slice(from, bytes.limit() - from), e));
        return true;
      }
      ByteBuffer own = bytes.slice(from, cursor.position() - from);
      boolean plain = container.plain();
      Packet packet =
          new Packet(
              index++,
              own,
              block.start() + (plain ? from : 0),
              plain ? own.remaining() : block.length(),
              values);
      if (!visitor.visit(packet)) {
        return false;
      }
    }
    if (cursor.remaining() > 0) {
      note(
          cursor.corrupt(
              cursor.remaining()
                  + " bytes are left in the block after its "
                  + block.count()
                  + " packets"));
    }
    return true;
  }
}
