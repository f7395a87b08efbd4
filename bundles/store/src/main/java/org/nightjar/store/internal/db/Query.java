package org.nightjar.store.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.nightjar.api.error.NightjarException;

/**
 * What is to be read.
 *
 * @param <T> what it gives back
 */
@FunctionalInterface
public interface Query<T> {
  /** Reads. */
  T run(Connection connection) throws SQLException, NightjarException;
}
