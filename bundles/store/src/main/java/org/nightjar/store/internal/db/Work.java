package org.nightjar.store.internal.db;

import java.sql.SQLException;
import org.nightjar.api.error.NightjarException;

/**
 * What is to be written in one transaction. It may be run again after a roll-back and therefore has
 * no effect but through the transaction.
 *
 * @param <T> what it gives back
 */
@FunctionalInterface
public interface Work<T> {
  /** Writes. */
  T run(Transaction transaction) throws SQLException, NightjarException;
}
