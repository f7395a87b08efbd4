package org.nightjar.store.internal.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.nightjar.api.error.NightjarException;

/**
 * Makes something of the row a result set stands on.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface RowReader<T> {
  /** Reads one row. */
  T read(ResultSet row) throws SQLException, NightjarException;
}
