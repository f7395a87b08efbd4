package org.nightjar.alerts.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.alerts.internal.avro.Rows;
import org.nightjar.alerts.internal.stamp.StampReader;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;

/**
 * One packet in memory. Each stamp is unpacked when it is first asked for: who looks at the facts
 * alone unpacks none, who asks for one part by its name unpacks that one. Histories follow the
 * stamps as tables.
 */
final class AlertProduct implements Product {
  private final ProductRef ref;
  private final Facts facts;
  private final StampReader reader;
  private final Map<String, ByteBuffer> stamps;
  private final Map<String, Rows> histories = new LinkedHashMap<>();
  private final List<String> names;
  private final Map<String, Part> decoded = new LinkedHashMap<>();

  AlertProduct(ProductRef ref, Facts facts, StampReader reader, Map<String, Object> packet) {
    this.ref = ref;
    this.facts = facts;
    this.reader = reader;
    this.stamps = StampFields.of(packet);
    packet.forEach(
        (name, value) -> {
          if (value instanceof Rows rows && rows.count() > 0) {
            histories.put(name, rows);
          }
        });
    this.names = new ArrayList<>(stamps.keySet());
    names.addAll(histories.keySet());
  }

  @Override
  public ProductRef ref() {
    return ref;
  }

  @Override
  public Facts facts() {
    return facts;
  }

  @Override
  public List<Part> parts() throws NightjarException {
    List<Part> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(decoded(name));
    }
    return List.copyOf(parts);
  }

  @Override
  public Optional<Part> part(String name) throws NightjarException {
    return names.contains(name) ? Optional.of(decoded(name)) : Optional.empty();
  }

  private synchronized Part decoded(String name) throws NightjarException {
    Part part = decoded.get(name);
    if (part == null) {
      int index = names.indexOf(name);
      ByteBuffer stamp = stamps.get(name);
      part =
          stamp == null
              ? new HistoryTable(name, index, histories.get(name))
              : reader.read(stamp, name, index, ref.uri().toString());
      decoded.put(name, part);
    }
    return part;
  }

  @Override
  public void close() {
    // Everything is in memory.
  }
}
