package org.nightjar.alerts.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nightjar.alerts.internal.stamp.Stamp;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;

/** One packet in memory. Stamps are unpacked when its parts are first asked for. */
final class AlertProduct implements Product {
  private final ProductRef ref;
  private final Facts facts;
  private final Map<String, ByteBuffer> stamps;
  private List<Part> parts;

  AlertProduct(ProductRef ref, Facts facts, Map<String, ByteBuffer> stamps) {
    this.ref = ref;
    this.facts = facts;
    this.stamps = stamps;
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
  public synchronized List<Part> parts() throws NightjarException {
    if (parts == null) {
      List<Part> decoded = new ArrayList<>();
      for (Map.Entry<String, ByteBuffer> stamp : stamps.entrySet()) {
        if (!Stamp.picture(stamp.getValue())) {
          PartInfo info = new PartInfo(stamp.getKey(), decoded.size(), Facts.NONE);
          decoded.add(Stamp.decode(stamp.getValue(), info, ref.uri().toString()));
        }
      }
      parts = List.copyOf(decoded);
    }
    return parts;
  }

  @Override
  public void close() {
    // Everything is in memory.
  }
}
