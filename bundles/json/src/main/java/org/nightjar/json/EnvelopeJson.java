package org.nightjar.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Priority;
import org.osgi.annotation.versioning.ProviderType;

/** Envelopes as JSON: {@code product, facts, night, priority, deadline}. */
@ProviderType
public final class EnvelopeJson {
  private EnvelopeJson() {}

  /** An envelope as a JSON object. */
  public static ObjectNode write(Envelope envelope) {
    ObjectNode object = JsonLine.object();
    object.set("product", ProductJson.write(envelope.ref()));
    object.set("facts", FactsJson.write(envelope.facts()));
    object.put("night", envelope.night().toString());
    object.put("priority", envelope.priority().name());
    envelope.deadline().ifPresent(deadline -> object.put("deadline", deadline.toString()));
    return object;
  }

  /** An envelope from a JSON object. */
  public static Envelope read(ObjectNode node) throws NightjarException {
    Fields fields = new Fields(node, "envelope");
    Optional<Instant> deadline =
        fields.has("deadline") ? Optional.of(fields.instant("deadline")) : Optional.empty();
    return new Envelope(
        ProductJson.read(node.path("product")),
        FactsJson.read(node.path("facts")),
        fields.date("night"),
        fields.parsed("priority", "a priority", Priority::valueOf),
        deadline);
  }
}
