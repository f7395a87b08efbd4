package org.nightjar.dispatch.internal.product;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.nightjar.api.product.Kind;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.Source;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The readers that are there now, in the order in which they are asked. */
@Component(service = ReaderDirectory.class)
public final class ReaderDirectory {
  private record Ranked(ProductReader reader, int ranking) {}

  private final List<Ranked> readers = new CopyOnWriteArrayList<>();

  /** Called by SCR. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public synchronized void addReader(ProductReader reader, Map<String, Object> properties) {
    int ranking = properties.get("service.ranking") instanceof Integer rank ? rank : 0;
    int place = 0;
    while (place < readers.size() && readers.get(place).ranking >= ranking) {
      place++;
    }
    readers.add(place, new Ranked(reader, ranking));
  }

  /** Called by SCR. */
  public synchronized void removeReader(ProductReader reader) {
    readers.removeIf(ranked -> ranked.reader == reader);
  }

  /** The first reader that finds this kind and recognises these bytes. */
  Optional<ProductReader> readerOf(Kind kind, Source source) throws IOException {
    for (Ranked ranked : readers) {
      if (ranked.reader.kinds().contains(kind) && ranked.reader.recognises(source)) {
        return Optional.of(ranked.reader);
      }
    }
    return Optional.empty();
  }
}
