package org.nightjar.api.reader;

import java.io.IOException;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns the bytes of one format into products. Register it as an OSGi service; the platform asks
 * each reader in the order of {@code service.ranking}. Input is hostile: every length is bounded
 * before memory is taken for it.
 */
@ConsumerType
public interface ProductReader {
  /** Name of the format, lower case, such as {@code fits}; part of a report's provenance. */
  String name();

  /** Kinds that this reader can find. */
  Set<Kind> kinds();

  /**
   * Whether these bytes are this reader's format. Looks at the first bytes only, never at the
   * file's name; a damaged file of the format is recognised, so that it is quarantined and not
   * rejected.
   */
  boolean recognises(Source source) throws IOException;

  /**
   * Finds the products in recognised bytes and checks that they are complete, without reading all
   * pixels.
   *
   * @param source bytes for which {@link #recognises} said yes
   * @param sink takes each product as it is found
   * @throws NightjarException of category DATA if something is damaged; products found before
   *     stand, the rest of the file is quarantined with this reason
   */
  void scan(Source source, ProductSink sink) throws NightjarException, IOException;

  /**
   * Opens one product that a scan found.
   *
   * @throws NightjarException of category DATA if it is damaged or no longer what it was
   */
  Product open(Source source, ProductRef ref) throws NightjarException, IOException;
}
