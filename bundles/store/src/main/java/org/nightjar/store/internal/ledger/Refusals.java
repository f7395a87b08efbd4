package org.nightjar.store.internal.ledger;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ProductRef;
import org.nightjar.store.EntryState;
import org.nightjar.store.Refusal;
import org.nightjar.store.internal.db.Sql;

/** Rejected and quarantined entries as rows. */
final class Refusals {
  private static final String SELECT =
      "select e.night as entry_night, e.task as task_name, e.state as entry_state, e.problem as why,"
          + " a.uri as arrival_uri, "
          + ProductRows.COLUMNS
          + " from entry e join arrival a on a.id = e.arrival left join product p on p.id = e.product"
          + " where e.state in ('REJECTED', 'QUARANTINED') and e.night between ? and ?"
          + " order by e.id desc limit ?";

  private Refusals() {}

  static List<Refusal> newest(
      Connection connection, Optional<LocalDate> from, Optional<LocalDate> to, int most)
      throws SQLException, NightjarException {
    return Sql.list(
        connection,
        SELECT,
        Refusals::refusal,
        from.orElse(Account.FIRST),
        to.orElse(Account.LAST),
        most);
  }

  private static Refusal refusal(ResultSet row) throws SQLException, NightjarException {
    Optional<ProductRef> product =
        row.getString("sha256") == null ? Optional.empty() : Optional.of(ProductRows.ref(row));
    return new Refusal(
        row.getObject("entry_night", LocalDate.class),
        row.getString("task_name"),
        URI.create(row.getString("arrival_uri")),
        product,
        EntryState.valueOf(row.getString("entry_state")),
        Arrivals.problem(row.getString("why")).orElseThrow());
  }
}
