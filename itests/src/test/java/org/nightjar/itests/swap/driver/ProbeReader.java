package org.nightjar.itests.swap.driver;

import java.util.List;
import java.util.Set;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.ProductSink;
import org.nightjar.api.reader.Source;

/** Opens anything as a product without parts. */
final class ProbeReader implements ProductReader {
  static final Kind KIND = new Kind("swap-probe");

  @Override
  public String name() {
    return "swap-probe";
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(KIND);
  }

  @Override
  public boolean recognises(Source source) {
    return source.uri().getPath().endsWith(".probe");
  }

  @Override
  public void scan(Source source, ProductSink sink) {
    throw new UnsupportedOperationException("probes do not arrive");
  }

  @Override
  public Product open(Source source, ProductRef ref) {
    return new Probe(ref);
  }

  private record Probe(ProductRef ref) implements Product {
    @Override
    public Facts facts() {
      return Facts.NONE;
    }

    @Override
    public List<Part> parts() {
      return List.of();
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
