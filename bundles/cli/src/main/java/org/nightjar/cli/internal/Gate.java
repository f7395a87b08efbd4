package org.nightjar.cli.internal;

import java.time.Duration;
import java.util.List;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.configuration.ConfigurationFile;
import org.nightjar.environment.Readiness;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets commands through once the configuration is right and the system whole. */
@Component(service = Gate.class)
public final class Gate {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PATIENCE_FOR_HELP = Duration.ofSeconds(2);

  private final ConfigurationFile configuration;
  private final Readiness readiness;

  /** Made by the component runtime. */
  @Activate
  public Gate(@Reference ConfigurationFile configuration, @Reference Readiness readiness) {
    this.configuration = configuration;
    this.readiness = readiness;
  }

  /** Why a command must not run now; empty if it may. */
  List<Problem> obstacles() throws InterruptedException {
    if (!configuration.problems().isEmpty()) {
      return configuration.problems();
    }
    return readiness.await(PATIENCE).stream()
        .map(
            missing ->
                Problem.of(
                    StandardError.UNAVAILABLE,
                    "the system is not whole: " + missing,
                    "",
                    "The log in the data folder says more."))
        .toList();
  }

  /** Gives commands a moment to appear, so that the help names all of them. */
  void awaitForHelp() throws InterruptedException {
    if (configuration.problems().isEmpty()) {
      readiness.await(PATIENCE_FOR_HELP);
    }
  }

  /** The file whose values are in force. */
  ConfigurationFile configuration() {
    return configuration;
  }
}
