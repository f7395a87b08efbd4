package org.nightjar.intake.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.nightjar.api.reader.ProductReader;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The readers that are there now, highest {@code service.ranking} first. */
@Component(service = Readers.class)
public final class Readers {
  private record Ranked(ProductReader reader, int ranking, long id) {}

  private final List<Ranked> readers = new CopyOnWriteArrayList<>();

  /** A reader has come. */
  @Reference(
      name = "reader",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void add(ProductReader reader, Map<String, Object> properties) {
    int ranking = properties.get("service.ranking") instanceof Integer number ? number : 0;
    long id = properties.get("service.id") instanceof Long number ? number : 0;
    readers.add(new Ranked(reader, ranking, id));
  }

  /** A reader goes. */
  public void remove(ProductReader reader) {
    readers.removeIf(each -> each.reader() == reader);
  }

  List<ProductReader> inOrder() {
    return readers.stream()
        .sorted(Comparator.comparingInt(Ranked::ranking).reversed().thenComparing(Ranked::id))
        .map(Ranked::reader)
        .toList();
  }
}
