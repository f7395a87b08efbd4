package org.nightjar.openinference.internal.route;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.http.Exchange;
import org.nightjar.http.Route;
import org.nightjar.openinference.internal.codec.BadRequest;
import org.nightjar.openinference.internal.codec.EncodedAnswer;
import org.nightjar.openinference.internal.codec.InferRequest;
import org.nightjar.openinference.internal.codec.RequestReader;
import org.nightjar.openinference.internal.infer.Gathering;
import org.nightjar.openinference.internal.infer.Round;
import org.nightjar.openinference.internal.infer.Samples;
import org.nightjar.openinference.internal.infer.Signature;
import org.nightjar.openinference.internal.infer.Wishes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code POST /v2/models/MODEL[/versions/VERSION]/infer}. */
@Component
public final class InferRoute implements Route {
  /** Where the JSON of a body with binary data ends. */
  static final String JSON_LENGTH = "Inference-Header-Content-Length";

  private final Models models;
  private final InstantSource clock;

  /** Made by the component runtime. */
  @Activate
  public InferRoute(@Reference Models models) {
    this(models, InstantSource.system());
  }

  InferRoute(Models models, InstantSource clock) {
    this.models = models;
    this.clock = clock;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "/v2/models/:model/infer";
  }

  @Override
  public List<String> paths() {
    return List.of(path(), "/v2/models/:model/versions/:version/infer");
  }

  @Override
  public void answer(Exchange exchange)
      throws NightjarException, IOException, InterruptedException {
    Instant received = clock.instant();
    ModelInfo model = models.named(exchange);
    InferRequest request = read(exchange);
    Urgency urgency = Wishes.urgency(request.parameters(), received);
    List<Sample> samples = Samples.of(Signature.of(model), request);
    Gathering gathering = new Gathering(model, request);
    new Round(samples, models.runner(exchange, model, urgency), exchange::gone, gathering).run();
    EncodedAnswer answer = EncodedAnswer.of(gathering.answer());
    if (answer.json().isPresent()) {
      exchange.answerHeader(JSON_LENGTH, Integer.toString(answer.json().getAsInt()));
      exchange.respond(200, "application/octet-stream", answer.body());
    } else {
      exchange.respond(200, "application/json", answer.body());
    }
  }

  private static InferRequest read(Exchange exchange) throws NightjarException, IOException {
    String encoding = exchange.header("Content-Encoding").orElse("identity");
    if (!encoding.equalsIgnoreCase("identity")) {
      throw BadRequest.of(
          "the body is encoded as " + encoding, "Content-Encoding", "Send it as it is.");
    }
    try (InputStream body = exchange.body()) {
      return RequestReader.read(
          body, length(exchange, "Content-Length"), length(exchange, JSON_LENGTH));
    }
  }

  private static OptionalLong length(Exchange exchange, String header) throws NightjarException {
    String said = exchange.header(header).orElse("");
    if (said.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Integer.parseUnsignedInt(said) & 0xFFFF_FFFFL);
    } catch (NumberFormatException e) {
      throw BadRequest.of("'" + said + "' is no length", header, "");
    }
  }
}
