package org.nightjar.metrics.internal.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.nightjar.http.Exchange;
import org.nightjar.http.Route;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /metrics}: all meters in the text format of Prometheus. */
@Component
public final class MetricsRoute implements Route {
  /** The format and its version, as Prometheus wants it. */
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Exposition exposition;

  /** Made by the component runtime. */
  @Activate
  public MetricsRoute(@Reference Exposition exposition) {
    this.exposition = exposition;
  }

  @Override
  public String method() {
    return "GET";
  }

  /** Where Prometheus looks unless told otherwise. */
  @Override
  public String path() {
    return "/metrics";
  }

  @Override
  public void answer(Exchange exchange) {
    exchange.respond(200, TYPE, exposition.text().getBytes(UTF_8));
  }
}
