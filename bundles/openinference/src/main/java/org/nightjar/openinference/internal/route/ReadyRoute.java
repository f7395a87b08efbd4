package org.nightjar.openinference.internal.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.nightjar.environment.Readiness;
import org.nightjar.http.Exchange;
import org.nightjar.http.Route;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code GET /v2/health/ready}: 200 if the whole system is there, 503 and what is missing if not.
 */
@Component
public final class ReadyRoute implements Route {
  private final Models models;
  private final Readiness readiness;

  /** Made by the component runtime. */
  @Activate
  public ReadyRoute(@Reference Models models, @Reference Readiness readiness) {
    this.models = models;
    this.readiness = readiness;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/v2/health/ready";
  }

  @Override
  public void answer(Exchange exchange) throws InterruptedException {
    List<String> missing =
        models.areThere() ? readiness.await(Duration.ZERO) : List.of("the inference service");
    ObjectNode json = JsonLine.object().put("ready", missing.isEmpty());
    if (!missing.isEmpty()) {
      json.put("error", "not ready: " + String.join("; ", missing));
    }
    Json.respond(exchange, missing.isEmpty() ? 200 : 503, json);
  }
}
