package org.nightjar.store.internal.deliveries;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.store.Deliveries;
import org.nightjar.store.ReportChange;
import org.nightjar.store.internal.db.Database;
import org.nightjar.store.internal.db.Sql;
import org.nightjar.store.internal.reports.ReportRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deliveries in the database. */
@Component
public final class DeliveryStore implements Deliveries {
  private final Database database;

  /** Deliveries in this database. */
  @Activate
  public DeliveryStore(@Reference Database database) {
    this.database = database;
  }

  @Override
  public List<ReportChange> since(long number, int most) throws NightjarException {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "select c.id, r.state, r.state_reason, r.body from report_change c"
                    + " join report r on r.id = c.report where c.id > ? order by c.id limit ?",
                row -> new ReportChange(row.getLong(1), ReportRows.report(row)),
                number,
                most));
  }

  @Override
  public long last() throws NightjarException {
    return database.read(
        connection ->
            Sql.first(connection, "select last_change from change_counter", row -> row.getLong(1))
                .orElse(0L));
  }

  @Override
  public long delivered(String sink) throws NightjarException {
    return database.read(
        connection ->
            Sql.first(
                    connection,
                    "select delivered from sink where name = ?",
                    row -> row.getLong(1),
                    sink)
                .orElse(0L));
  }

  @Override
  public void delivered(String sink, long number) throws NightjarException {
    database.write(
        transaction -> {
          int known =
              Sql.update(
                  transaction.connection(),
                  "update sink set delivered = ? where name = ?",
                  number,
                  sink);
          return known > 0
              ? known
              : Sql.update(
                  transaction.connection(),
                  "insert into sink (name, delivered) values (?, ?)",
                  sink,
                  number);
        });
  }
}
