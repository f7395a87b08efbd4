package org.nightjar.api.product;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A product opened for reading. Readers implement it; tasks look at it and never close it. Safe for
 * use by several threads: tasks that want the same product share one.
 */
@ConsumerType
public interface Product extends AutoCloseable {
  /** Which product this is. */
  ProductRef ref();

  /**
   * Everything the product says of itself outside its parts.
   *
   * @throws NightjarException of category DATA if the product is damaged
   */
  Facts facts() throws NightjarException;

  /**
   * The pieces that are judged by themselves: detectors, bands, stamps, tables; in the product's
   * order.
   *
   * @throws NightjarException of category DATA if the product is damaged
   */
  List<Part> parts() throws NightjarException;

  /** The part of this name, if there is one. */
  default Optional<Part> part(String name) throws NightjarException {
    return parts().stream().filter(part -> part.info().name().equals(name)).findFirst();
  }

  /** Gives back files and memory. Called by the platform alone. */
  @Override
  void close();
}
