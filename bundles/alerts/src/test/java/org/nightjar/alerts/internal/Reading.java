package org.nightjar.alerts.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.alerts.internal.schema.SchemaShelf;
import org.nightjar.alerts.internal.schema.Schemas;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;

/** An alert reader as the platform would use it. */
final class Reading {
  private final AlertReader reader;

  /** Without schemas by number but those that containers bring. */
  Reading() {
    this(new SchemaShelf(Path.of("target", "schemas-" + System.nanoTime()), Optional.empty()));
  }

  Reading(SchemaShelf shelf) {
    reader = new AlertReader(new Schemas(shelf));
  }

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

  /** The stamps of a product, in its order. */
  static List<ImagePart> images(Product product) throws NightjarException {
    return product.parts().stream()
        .filter(ImagePart.class::isInstance)
        .map(ImagePart.class::cast)
        .toList();
  }
}
