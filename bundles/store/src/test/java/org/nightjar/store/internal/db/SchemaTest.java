package org.nightjar.store.internal.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void flywayIsNeededUntilTheTablesAreThoseExpected() throws Exception {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:schema");
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(Schema.upToDate(connection)).isFalse();
      Schema.migrate(new Engine(source, "memory", "", ""), source);
      assertThat(Schema.upToDate(connection)).isTrue();
      statement.execute(
          "update \"schema_history\" set \"success\" = false where \"version\" = '1'");
      assertThat(Schema.upToDate(connection)).isFalse();
    }
  }
}
