package org.nightjar.openinference.internal.route;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.http.Exchange;
import org.nightjar.http.Route;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code GET /v2/models/MODEL[/versions/VERSION]/ready}: 200 for a model that can be asked, 404 for
 * one that is not installed or was refused.
 */
@Component
public final class ModelReadyRoute implements Route {
  private final Models models;

  /** Made by the component runtime. */
  @Activate
  public ModelReadyRoute(@Reference Models models) {
    this.models = models;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/v2/models/:model/ready";
  }

  @Override
  public List<String> paths() {
    return List.of(path(), "/v2/models/:model/versions/:version/ready");
  }

  @Override
  public void answer(Exchange exchange) throws NightjarException {
    ModelInfo model = models.named(exchange);
    Json.respond(exchange, 200, JsonLine.object().put("name", model.id()).put("ready", true));
  }
}
