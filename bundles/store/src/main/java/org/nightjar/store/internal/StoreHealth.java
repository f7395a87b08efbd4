package org.nightjar.store.internal;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.health.Health;
import org.nightjar.api.health.HealthReport;
import org.nightjar.api.health.HealthStatus;
import org.nightjar.store.internal.db.Database;
import org.nightjar.store.internal.db.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the database answers. */
@Component
public final class StoreHealth implements Health {
  private final Database database;

  /** The health of this database. */
  @Activate
  public StoreHealth(@Reference Database database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "store";
  }

  @Override
  public HealthReport check() {
    try {
      database.read(connection -> Sql.first(connection, "select 1", row -> row.getInt(1)));
      return HealthReport.ok("the database answers: " + database.place());
    } catch (NightjarException e) {
      Problem problem = e.problem();
      return new HealthReport(HealthStatus.CRITICAL, problem.message(), problem.remedy());
    }
  }
}
