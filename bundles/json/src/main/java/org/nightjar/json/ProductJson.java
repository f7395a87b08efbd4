package org.nightjar.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.ProductRef;
import org.osgi.annotation.versioning.ProviderType;

/** References to products as JSON: {@code id, uri, kind, sha256, offset, length}. */
@ProviderType
public final class ProductJson {
  private ProductJson() {}

  /** A reference as a JSON object. */
  public static ObjectNode write(ProductRef ref) {
    return JsonLine.object()
        .put("id", ref.id())
        .put("uri", ref.uri().toString())
        .put("kind", ref.kind().name())
        .put("sha256", ref.sha256())
        .put("offset", ref.offset())
        .put("length", ref.length());
  }

  /** A reference from a JSON object. */
  public static ProductRef read(JsonNode node) throws NightjarException {
    Fields fields = new Fields(node, "product");
    return fields.parsed(
        "id",
        "the id of a product",
        id ->
            new ProductRef(
                id,
                new Kind(node.path("kind").asText()),
                URI.create(node.path("uri").asText()),
                node.path("offset").asLong(),
                node.path("length").asLong(),
                node.path("sha256").asText()));
  }
}
