package org.nightjar.alerts.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;

/** An alert reader as the platform would use it. */
final class Reading {
  private final AlertReader reader = new AlertReader();

  AlertReader reader() {
    return reader;
  }

  List<Sighting> scan(byte[] file) throws NightjarException, IOException {
    List<Sighting> found = new ArrayList<>();
    reader.scan(new BytesSource(file), found::add);
    return found;
  }

  /** The reference that the platform would make of a sighting. */
  static ProductRef ref(byte[] file, Sighting sighting) {
    ByteBuffer own = ByteBuffer.wrap(file, (int) sighting.offset(), (int) sighting.length());
    return ProductRef.of(
        sighting.kind(),
        new BytesSource(file).uri(),
        sighting.offset(),
        sighting.length(),
        sighting.sha256().orElseGet(() -> Sha256.of(own)));
  }

  Product open(byte[] file, Sighting sighting) throws NightjarException, IOException {
    Source source = new BytesSource(file);
    return reader.open(source, ref(file, sighting));
  }
}
