package org.nightjar.store;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Kind;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Products that arrived, as tasks' needs ask for them. Only products whose files were recognised
 * are here; each product once, however often it arrived. Failing as {@link Ledger} does.
 */
@ProviderType
public interface Products {
  /** How the newest ledger entry of a task on a product stands; empty if there is none. */
  Optional<EntryState> standing(String product, String task) throws NightjarException;

  /**
   * Products of the same kind with the same facts {@code detector} and {@code band} (absent counts
   * as a value) that were observed before this one, newest first. By the fact {@code observed};
   * where either product lacks it, by the order of arrival.
   *
   * @param envelope this one
   * @param most how many at the most
   */
  List<Envelope> previous(Envelope envelope, int most) throws NightjarException;

  /**
   * Products of the same kind with the same fact {@code object} that were observed in the days
   * before this one, newest first; empty if this one names no object or no time.
   */
  List<Envelope> history(Envelope envelope, double days) throws NightjarException;

  /** The newest product of a kind, by the order of arrival. */
  Optional<Envelope> latest(Kind kind) throws NightjarException;
}
