package org.nightjar.http.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.nightjar.environment.Readiness;
import org.nightjar.http.Exchange;
import org.nightjar.http.Route;
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
  public void answer(Exchange exchange) throws IOException, InterruptedException {
    List<String> missing = readiness.await(Duration.ZERO);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(body)) {
      json.writeStartObject();
      json.writeBooleanField("ready", missing.isEmpty());
      json.writeArrayFieldStart("missing");
      for (String line : missing) {
        json.writeString(line);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    exchange.respond(missing.isEmpty() ? 200 : 503, "application/json", body.toByteArray());
  }
}
