package org.nightjar.store.internal.db.migration;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** A step from one version of the tables to the next: statements, in one transaction. */
abstract class StatementsMigration implements JavaMigration {
  private final String version;
  private final String description;
  private final List<String> statements;

  StatementsMigration(String version, String description, List<String> statements) {
    this.version = version;
    this.description = description;
    this.statements = statements;
  }

  @Override
  public final MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public final String getDescription() {
    return description;
  }

  @Override
  public final Integer getChecksum() {
    return statements.hashCode();
  }

  @Override
  public final boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public final void migrate(Context context) throws SQLException {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
