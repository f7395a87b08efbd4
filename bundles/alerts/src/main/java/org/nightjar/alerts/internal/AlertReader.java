package org.nightjar.alerts.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.nightjar.alerts.internal.avro.ByteCursor;
import org.nightjar.alerts.internal.avro.PacketPlan;
import org.nightjar.alerts.internal.container.Container;
import org.nightjar.alerts.internal.container.Input;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.alerts.internal.schema.KnownSchema;
import org.nightjar.alerts.internal.schema.Schemas;
import org.nightjar.alerts.internal.stamp.StampReader;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.ProductSink;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads alert packets from Avro containers, of which one may hold many, and single ones in
 * Confluent framing.
 */
@Component(service = {ProductReader.class, AlertReader.class})
public final class AlertReader implements ProductReader {
  private static final int HEAD = 16;
  private static final int LARGEST_PACKET = 256 << 20;

  private final Schemas schemas;
  private final StampReader stamps = new StampReader();

  /** Made by the component runtime. */
  @Activate
  public AlertReader(@Reference Schemas schemas) {
    this.schemas = schemas;
  }

  /** Gives native memory back. */
  @Deactivate
  public void close() {
    stamps.close();
  }

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
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    source.read(0, head);
    head.flip();
    return Container.recognises(head) || Framed.number(head, schemas).isPresent();
  }

  private OptionalInt framed(Input in) throws NightjarException, IOException {
    return Framed.number(in.atMost(0, HEAD), schemas);
  }

  @Override
  public void scan(Source source, ProductSink sink) throws NightjarException, IOException {
    Input in = new Input(source);
    Salvage salvage = new Salvage(stamps, in.place());
    OptionalInt id = framed(in);
    if (id.isPresent()) {
      Framed packet = Framed.open(in, id.getAsInt(), schemas);
      AlertFacts facts =
          alert(packet.schema(), packet.decode(packet.schema().routing(), salvage), in.place());
      sink.found(Sighting.wholeFile(Kind.ALERT, in.length(), facts.routing()));
      return;
    }
    Container container = Container.open(in, schemas);
    // Whether the file is one packet is known only after the second, or the end.
    List<Sighting> first = new ArrayList<>(1);
    long[] count = {0};
    try {
      new Packets(container, in.place(), container.schema().routing(), salvage)
          .walk(
              packet -> {
                Sighting sighting = sighting(container, packet, in.place());
                if (++count[0] == 1) {
                  first.add(sighting);
                  return true;
                }
                if (count[0] == 2) {
                  sink.found(first.remove(0));
                }
                sink.found(sighting);
                return true;
              });
    } catch (NightjarException e) {
      if (!first.isEmpty()) {
        // Complete itself; only what stands around it is damaged.
        sink.found(first.remove(0));
      }
      throw e;
    }
    if (count[0] == 0) {
      throw Damage.corrupt("the container holds no packet", in.place());
    }
    if (!first.isEmpty()) {
      sink.found(Sighting.wholeFile(Kind.ALERT, in.length(), first.get(0).facts()));
    }
  }

  private static AlertFacts alert(KnownSchema schema, Map<String, Object> values, String place)
      throws NightjarException {
    AlertFacts facts = new AlertFacts(schema, values);
    if (!facts.alert()) {
      throw Damage.of(
          StandardError.UNSUPPORTED,
          "records of " + schema.schema().getFullName() + " have no detection",
          place,
          "Only alert packets are read from Avro");
    }
    return facts;
  }

  private static Sighting sighting(Container container, Packet packet, String place)
      throws NightjarException {
    return new Sighting(
        Kind.ALERT,
        packet.start(),
        packet.length(),
        container.plain() ? Optional.empty() : Optional.of(Sha256.of(packet.encoded())),
        alert(container.schema(), packet.values(), place).routing());
  }

  @Override
  public Product open(Source source, ProductRef ref) throws NightjarException, IOException {
    Opened packet = find(source, ref);
    AlertFacts facts = new AlertFacts(packet.schema(), packet.values());
    return new AlertProduct(ref, facts.all(), stamps, packet.values());
  }

  /** A packet's fields by their dotted names, as its survey wrote them. */
  public Map<String, Object> raw(Source source, ProductRef ref)
      throws NightjarException, IOException {
    return find(source, ref).values();
  }

  private record Opened(KnownSchema schema, Map<String, Object> values) {}

  private Opened find(Source source, ProductRef ref) throws NightjarException, IOException {
    Input in = new Input(source);
    if (ref.length() > LARGEST_PACKET) {
      throw Damage.of(
          StandardError.TOO_LARGE, "a packet of " + ref.length() + " bytes", in.place(), "");
    }
    if (ref.offset() == 0) {
      require(ref, in.bytes(0, (int) Math.min(ref.length(), in.length())), in.place());
    }
    Salvage salvage = new Salvage(stamps, in.place());
    OptionalInt id = framed(in);
    if (id.isPresent()) {
      Framed packet = Framed.open(in, id.getAsInt(), schemas);
      return new Opened(packet.schema(), packet.decode(packet.schema().all(), salvage));
    }
    Container container = Container.open(in, schemas);
    KnownSchema schema = container.schema();
    if (ref.offset() == 0) {
      return new Opened(schema, first(container, in, salvage));
    }
    if (container.plain()) {
      ByteBuffer stored = container.stored(ref.offset(), (int) ref.length());
      require(ref, stored, in.place());
      return new Opened(schema, decode(schema.all(), stored, in.place(), ref.offset()));
    }
    return new Opened(schema, inBlock(container, ref, in.place()));
  }

  private static Map<String, Object> decode(
      PacketPlan plan, ByteBuffer bytes, String place, long base) throws NightjarException {
    Map<String, Object> values = new LinkedHashMap<>();
    plan.decode(new ByteCursor(bytes, place, base), place, values);
    return values;
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

  private static Map<String, Object> first(Container container, Input in, Salvage salvage)
      throws NightjarException, IOException {
    List<Map<String, Object>> found = new ArrayList<>(1);
    new Packets(container, in.place(), container.schema().all(), salvage)
        .walk(packet -> !found.add(packet.values()));
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
      Map<String, Object> values = new LinkedHashMap<>();
      container.schema().all().decode(cursor, place, values);
      if (Sha256.of(packets.slice(from, cursor.position() - from)).equals(ref.sha256())) {
        return values;
      }
    }
    throw changed(place);
  }
}
