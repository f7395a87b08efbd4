package org.nightjar.store.internal.db.migration;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** What was filed or changed, numbered, and how far each sink has come. Never changed. */
public final class V2Deliveries implements JavaMigration {
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

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("2");
  }

  @Override
  public String getDescription() {
    return "deliveries to sinks";
  }

  @Override
  public Integer getChecksum() {
    return STATEMENTS.hashCode();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String sql : STATEMENTS) {
        statement.execute(sql);
      }
    }
  }
}
