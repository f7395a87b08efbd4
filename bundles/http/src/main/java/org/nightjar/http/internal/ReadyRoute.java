package org.nightjar.http.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** {@code GET /api/v1/ready}: 200 if every component is there, 503 and what is missing if not. */
@Component
public final class ReadyRoute implements Route {
  private final Readiness readiness;

  /** Made by the component runtime. */
  @Activate
  public ReadyRoute(@Reference Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/api/v1/ready";
  }

  @Override
  public void answer(Exchange exchange) throws InterruptedException {
    List<String> missing = readiness.await(Duration.ZERO);
    ObjectNode json = JsonLine.object().put("ready", missing.isEmpty());
    missing.forEach(json.putArray("missing")::add);
    exchange.respond(
        missing.isEmpty() ? 200 : 503, "application/json", JsonLine.write(json).getBytes(UTF_8));
  }
}
