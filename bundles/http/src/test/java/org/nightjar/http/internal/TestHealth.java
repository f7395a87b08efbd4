package org.nightjar.http.internal;

import java.util.concurrent.Callable;
import org.nightjar.api.health.Health;
import org.nightjar.api.health.HealthReport;

/** A health check whose answer is a lambda. */
record TestHealth(String name, Callable<HealthReport> answer) implements Health {
  @Override
  public HealthReport check() {
    try {
      return answer.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
