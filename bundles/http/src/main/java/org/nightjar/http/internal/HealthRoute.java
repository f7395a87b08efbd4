package org.nightjar.http.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.nightjar.api.health.Health;
import org.nightjar.api.health.HealthReport;
import org.nightjar.api.health.HealthStatus;
import org.nightjar.http.Exchange;
import org.nightjar.http.Route;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /api/v1/health}: 200 if everything works, 503 if something does not. */
@Component
public final class HealthRoute implements Route {
  private static final Logger LOG = LoggerFactory.getLogger(HealthRoute.class);
  private static final int PATIENCE_SECONDS = 2;

  private record Answer(String name, HealthReport report) {}

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<Health> checks = List.of();

  /** Made by the component runtime. */
  public HealthRoute() {}

  HealthRoute(List<Health> checks) {
    this.checks = checks;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/api/v1/health";
  }

  @Override
  public void answer(Exchange exchange) {
    List<Answer> answers = ask();
    HealthStatus worst =
        answers.stream()
            .map(answer -> answer.report().status())
            .max(Comparator.naturalOrder())
            .orElse(HealthStatus.OK);
    ObjectNode json = JsonLine.object().put("status", worst.name());
    ArrayNode list = json.putArray("checks");
    for (Answer answer : answers) {
      list.addObject()
          .put("name", answer.name())
          .put("status", answer.report().status().name())
          .put("message", answer.report().message())
          .put("remedy", answer.report().remedy());
    }
    boolean works = worst.compareTo(HealthStatus.WARN) <= 0;
    exchange.respond(works ? 200 : 503, "application/json", JsonLine.write(json).getBytes(UTF_8));
  }

  /** Asks all at once; one that hangs delays the answer, and is named in it. */
  private List<Answer> ask() {
    List<CompletableFuture<Answer>> asked = new ArrayList<>();
    for (Health check : checks) {
      asked.add(
          CompletableFuture.supplyAsync(() -> new Answer(check.name(), check.check()))
              .completeOnTimeout(
                  broken(check, "did not answer"), PATIENCE_SECONDS, TimeUnit.SECONDS)
              .exceptionally(failure -> failed(check, failure)));
    }
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private static Answer failed(Health check, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    LOG.error("The health check of {} failed", check.getClass().getName(), cause);
    return broken(check, "failed: " + cause);
  }

  private static Answer broken(Health check, String what) {
    String name = check.getClass().getSimpleName();
    return new Answer(
        name,
        new HealthReport(HealthStatus.HEALTH_CHECK_ERROR, "the check " + what, "See the log."));
  }
}
