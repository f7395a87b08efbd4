package org.nightjar.alerts.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.nightjar.alerts.internal.avro.ByteCursor;
import org.nightjar.alerts.internal.avro.PacketDecoder;
import org.nightjar.alerts.internal.avro.Schemas;
import org.nightjar.alerts.internal.container.Container;
import org.nightjar.alerts.internal.container.Input;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.ProductSink;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;
import org.osgi.service.component.annotations.Component;

/** Reads alert packets from Avro containers. One container may hold many. */
@Component
public final class AlertReader implements ProductReader {
  private static final int HEAD = 16;
  private static final int LARGEST_PACKET = 256 << 20;

  /** Confluent framing: a zero, then the schema's number, 100 times its major version and minor. */
  private static final int LEAST_FRAMED = 700;

  private static final int MOST_FRAMED = 1299;

  private final Schemas schemas = new Schemas();

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.ALERT);
  }

  @Override
  public boolean recognises(Source source) throws IOException {
    ByteBuffer head = head(source);
    return Container.recognises(head) || framed(head).isPresent();
  }

  private static ByteBuffer head(Source source) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    source.read(0, head);
    return head.flip();
  }

  private static Optional<Integer> framed(ByteBuffer head) {
    if (head.remaining() < HEAD || head.get(0) != 0) {
      return Optional.empty();
    }
    int id = head.getInt(1);
    return id >= LEAST_FRAMED && id <= MOST_FRAMED ? Optional.of(id) : Optional.empty();
  }

  private Container container(Source source, Input in) throws NightjarException, IOException {
    Optional<Integer> framed = framed(head(source));
    if (framed.isPresent()) {
      throw Damage.of(
          StandardError.UNSUPPORTED,
          "a packet in Confluent framing, schema " + framed.get(),
          in.place(),
          "Hand it over in an Avro container until framed packets are read");
    }
    return Container.open(in, schemas);
  }

  @Override
  public void scan(Source source, ProductSink sink) throws NightjarException, IOException {
    Input in = new Input(source);
    Container container = container(source, in);
    // Whether the file is one packet is known only after the second, or the end.
    List<Packet> first = new ArrayList<>(1);
    long[] count = {0};
    try {
      new Packets(container, in.place())
          .walk(
              packet -> {
                requireAlert(container.schema(), packet, in.place());
                if (++count[0] == 1) {
                  first.add(packet);
                  return true;
                }
                if (count[0] == 2) {
                  sink.found(sighting(container, first.remove(0)));
                }
                sink.found(sighting(container, packet));
                return true;
              });
    } catch (NightjarException e) {
      if (!first.isEmpty()) {
        // Complete itself; only what follows is damaged.
        sink.found(sighting(container, first.remove(0)));
      }
      throw e;
    }
    if (count[0] == 0) {
      throw Damage.corrupt("the container holds no packet", in.place());
    }
    if (!first.isEmpty()) {
      AlertFacts facts = new AlertFacts(container.schema(), first.get(0).values());
      sink.found(Sighting.wholeFile(Kind.ALERT, in.length(), facts.routing()));
    }
  }

  private static void requireAlert(Schema schema, Packet packet, String place)
      throws NightjarException {
    if (!new AlertFacts(schema, packet.values()).alert()) {
      throw Damage.of(
          StandardError.UNSUPPORTED,
          "records of " + schema.getFullName() + " have no candidate",
          place,
          "Only alert packets are read from Avro containers");
    }
  }

  private static Sighting sighting(Container container, Packet packet) {
    return new Sighting(
        Kind.ALERT,
        packet.start(),
        packet.length(),
        container.plain() ? Optional.empty() : Optional.of(Sha256.of(packet.encoded())),
        new AlertFacts(container.schema(), packet.values()).routing());
  }

  @Override
  public Product open(Source source, ProductRef ref) throws NightjarException, IOException {
    Input in = new Input(source);
    if (ref.length() > LARGEST_PACKET) {
      throw Damage.of(
          StandardError.TOO_LARGE, "a packet of " + ref.length() + " bytes", in.place(), "");
    }
    if (ref.offset() == 0) {
      require(ref, in.bytes(0, (int) Math.min(ref.length(), in.length())), in.place());
    }
    Container container = container(source, in);
    Map<String, Object> values;
    if (ref.offset() == 0) {
      values = first(container, in);
    } else if (container.plain()) {
      ByteBuffer stored = container.stored(ref.offset(), (int) ref.length());
      require(ref, stored, in.place());
      values =
          PacketDecoder.decode(
              container.schema(), new ByteCursor(stored, in.place(), ref.offset()));
    } else {
      values = inBlock(container, ref, in.place());
    }
    AlertFacts facts = new AlertFacts(container.schema(), values);
    return new AlertProduct(ref, facts.all(), StampFields.of(values));
  }

  private static void require(ProductRef ref, ByteBuffer bytes, String place)
      throws NightjarException {
    if (bytes.remaining() != ref.length() || !Sha256.of(bytes).equals(ref.sha256())) {
      throw changed(place);
    }
  }

  private static NightjarException changed(String place) {
    return Damage.of(
        StandardError.CORRUPT,
        "the bytes are not those that were found here",
        place,
        "Hand the file over again");
  }

  private static Map<String, Object> first(Container container, Input in)
      throws NightjarException, IOException {
    List<Map<String, Object>> found = new ArrayList<>(1);
    new Packets(container, in.place()).walk(packet -> !found.add(packet.values()));
    if (found.isEmpty()) {
      throw changed(in.place());
    }
    return found.get(0);
  }

  /** The packet of a packed block whose own bytes have the checksum. */
  private static Map<String, Object> inBlock(Container container, ProductRef ref, String place)
      throws NightjarException, IOException {
    ByteBuffer packets = container.packets(ref.offset(), (int) ref.length());
    ByteCursor cursor = new ByteCursor(packets, place, 0);
    while (cursor.remaining() > 0) {
      int from = cursor.position();
      Map<String, Object> values = PacketDecoder.decode(container.schema(), cursor);
      if (Sha256.of(packets.slice(from, cursor.position() - from)).equals(ref.sha256())) {
        return values;
      }
    }
    throw changed(place);
  }
}
