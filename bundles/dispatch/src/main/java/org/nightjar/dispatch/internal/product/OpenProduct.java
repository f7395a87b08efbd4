package org.nightjar.dispatch.internal.product;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;

/**
 * A product as tasks see it: they share one, its parts are the same objects for all of them, and
 * closing it is the platform's business.
 */
final class OpenProduct implements Product {
  private final Product product;
  private final FileState state;
  private final ReentrantLock asking = new ReentrantLock();
  private List<Part> parts;

  OpenProduct(Product product, FileState state) {
    this.product = product;
    this.state = state;
  }

  boolean unchanged() {
    return state.unchanged();
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
    asking.lock();
    try {
      if (parts == null) {
        parts = List.copyOf(product.parts());
      }
      return parts;
    } finally {
      asking.unlock();
    }
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("products are closed by the platform");
  }
}
