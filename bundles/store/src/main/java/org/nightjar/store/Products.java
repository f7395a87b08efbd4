package org.nightjar.store;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Kind;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Products that arrived, by what their facts say. Each is given once, as it arrived last. Products
 * that do not say when they were observed come in no time order and are left out, except by {@link
 * #latest} and {@link #find}.
 */
@ProviderType
public interface Products {
  /**
   * Products of the same kind, instrument, detector and band that were observed before this one,
   * newest first. What this one does not say, the others must not say either. Empty if this one
   * does not say when it was observed.
   */
  List<Envelope> previous(Envelope envelope, int most) throws NightjarException;

  /**
   * Products of the same kind and object observed at most so many days before this one, newest
   * first. Empty if this one does not say when it was observed, or of what.
   */
  List<Envelope> history(Envelope envelope, double days, int most) throws NightjarException;

  /** The product with this checksum, lower-case hexadecimal, as it arrived last. */
  Optional<Envelope> find(String sha256) throws NightjarException;

  /** The product of a kind that was observed last; of those that do not say, the last to arrive. */
  Optional<Envelope> latest(Kind kind) throws NightjarException;
}
