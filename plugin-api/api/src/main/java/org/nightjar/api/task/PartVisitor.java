package org.nightjar.api.task;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Part;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at one part; called on several platform threads at once.
 *
 * @param <T> what is made of a part
 */
@ConsumerType
@FunctionalInterface
public interface PartVisitor<T> {
  /** Looks at one part. */
  T visit(Part part) throws NightjarException, InterruptedException;
}
