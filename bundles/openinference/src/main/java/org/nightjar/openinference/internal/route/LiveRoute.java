package org.nightjar.openinference.internal.route;

import org.nightjar.http.Exchange;
import org.nightjar.http.Route;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Component;

/** {@code GET /v2/health/live}: 200 as long as anybody answers. */
@Component
public final class LiveRoute implements Route {
  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/v2/health/live";
  }

  @Override
  public void answer(Exchange exchange) {
    Json.respond(exchange, 200, JsonLine.object().put("live", true));
  }
}
