package org.nightjar.openinference.internal.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.nightjar.http.Exchange;
import org.nightjar.http.Route;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Component;

/** {@code GET /v2}: who answers, and by which extensions of the protocol. */
@Component
public final class ServerRoute implements Route {
  private static final List<String> EXTENSIONS =
      List.of("binary_tensor_data", "model_configuration", "parameters", "schedule_policy");

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/v2";
  }

  @Override
  public void answer(Exchange exchange) {
    String version = ServerRoute.class.getPackage().getImplementationVersion();
    ObjectNode json =
        JsonLine.object()
            .put("name", "nightjar")
            .put("version", Optional.ofNullable(version).orElse("unknown"));
    ArrayNode extensions = json.putArray("extensions");
    EXTENSIONS.forEach(extensions::add);
    Json.respond(exchange, 200, json);
  }
}
