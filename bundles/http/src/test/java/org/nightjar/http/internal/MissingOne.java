package org.nightjar.http.internal;

import java.time.Duration;
import java.util.List;
import org.nightjar.environment.Readiness;

final class MissingOne implements Readiness {
  @Override
  public List<String> await(Duration atMost) {
    return List.of("a waits for b");
  }

  @Override
  public long startedMillis() {
    return 0;
  }
}
