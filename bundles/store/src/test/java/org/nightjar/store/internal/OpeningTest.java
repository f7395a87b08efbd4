package org.nightjar.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.health.HealthStatus;

class OpeningTest {
  @TempDir Path data;

  @Test
  void whatIsNoDatabaseIsRefusedWithARemedy() {
    assertThatThrownBy(() -> new OpenStore(data, "jdbc:mysql://host/db", ""))
        .hasMessageContaining("BAD_CONFIGURATION")
        .hasMessageContaining("jdbc:postgresql:");
    assertThatThrownBy(() -> new OpenStore(data, "jdbc:postgresql://localhost:1/nightjar", "x"))
        .hasMessageContaining("UNAVAILABLE")
        .hasMessageContaining("postgresql://localhost");
  }

  @Test
  void tablesOfANewerVersionAreLeftAlone() throws Exception {
    try (OpenStore store = OpenStore.embedded(data)) {
      store.tamper(
          "insert into \"schema_history\" select 99, '99', 'later', \"type\", \"script\","
              + " \"checksum\", \"installed_by\", \"installed_on\", 1, true from"
              + " \"schema_history\" where \"version\" = '1'");
    }
    assertThatThrownBy(() -> OpenStore.embedded(data)).hasMessageContaining("newer version");
  }

  @Test
  void tablesThatWereMadeOtherwiseAreRefused() throws Exception {
    try (OpenStore store = OpenStore.embedded(data)) {
      store.tamper("update \"schema_history\" set \"checksum\" = 1 where \"version\" = '1'");
    }
    assertThatThrownBy(() -> OpenStore.embedded(data))
        .hasMessageContaining("not those of this version");
  }

  @Test
  void aDatabaseThatWasClosedUnderneathIsOpenedAgain() throws Exception {
    try (OpenStore store = OpenStore.embedded(data)) {
      store.ledger.begin(Samples.submission("before"), Samples.NIGHT);
      store.ledger.unfinished();
      // What H2 does by itself when it cannot write.
      assertThatThrownBy(() -> store.tamper("shutdown immediately"))
          .hasMessageContaining("nightjar.mv.db");
      store.ledger.begin(Samples.submission("after"), Samples.NIGHT);
      assertThat(store.ledger.unfinished()).hasSize(2);
    }
  }

  @Test
  void aStoppedStoreSaysSo() throws Exception {
    OpenStore store = OpenStore.embedded(data);
    assertThat(new StoreHealth(store.database).check().status()).isEqualTo(HealthStatus.OK);
    store.close();
    assertThatThrownBy(() -> store.ledger.begin(Samples.submission("a"), Samples.NIGHT))
        .hasMessageContaining("UNAVAILABLE");
    assertThat(new StoreHealth(store.database).check().status()).isEqualTo(HealthStatus.CRITICAL);
  }
}
