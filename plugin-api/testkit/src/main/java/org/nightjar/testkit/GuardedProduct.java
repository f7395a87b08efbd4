package org.nightjar.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;

/** A product as a contract test hands it out: tiles cannot be written, closing is counted. */
final class GuardedProduct implements Product {

  private final Product product;
  private final PixelGate gate;
  private final AtomicInteger closed = new AtomicInteger();

  GuardedProduct(Product product, PixelGate gate) {
    this.product = product;
    this.gate = gate;
  }

  int timesClosed() {
    return closed.get();
  }

  @Override
  public ProductRef ref() {
    return product.ref();
  }

  @Override
  public Facts facts() throws NightjarException {
    return product.facts();
  }

  @Override
  public List<Part> parts() throws NightjarException {
    return product.parts().stream().map(this::guarded).toList();
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }

  @Override
  public String toString() {
    return product.toString();
  }

  private Part guarded(Part part) {
    return part instanceof ImagePart image ? new GuardedImage(image, gate) : part;
  }
}
