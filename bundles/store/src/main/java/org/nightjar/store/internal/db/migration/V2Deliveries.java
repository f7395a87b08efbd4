package org.nightjar.store.internal.db.migration;

import java.util.List;

/** What was filed or changed, numbered, and how far each sink has come. Never changed. */
public final class V2Deliveries extends StatementsMigration {
  private static final List<String> STATEMENTS =
      List.of(
          """
          create table report_change (
            id bigint primary key,
            report bigint not null references report (id)
          )""",
          "create table change_counter (last_change bigint not null)",
          """
          create table sink (
            name varchar(200) primary key,
            delivered bigint not null
          )""",
          "insert into report_change (id, report) select id, id from report",
          "insert into change_counter (last_change)"
              + " select coalesce(max(id), 0) from report_change");

  /** Made for Flyway. */
  public V2Deliveries() {
    super("2", "deliveries to sinks", STATEMENTS);
  }
}
