package org.nightjar.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.ModelUse;
import org.nightjar.api.report.Provenance;

/** Provenance as JSON, under the record's own names. */
final class ProvenanceJson {
  private ProvenanceJson() {}

  static ObjectNode write(Provenance provenance) {
    ObjectNode object =
        JsonLine.object()
            .put("plugin", provenance.plugin())
            .put("pluginVersion", provenance.pluginVersion());
    ArrayNode models = object.putArray("models");
    for (ModelUse model : provenance.models()) {
      models
          .addObject()
          .put("id", model.id())
          .put("version", model.version())
          .put("sha256", model.sha256())
          .put("precision", model.precision());
    }
    object.put("configuration", provenance.configuration());
    ObjectNode needs = object.putObject("needs");
    provenance.needs().forEach(needs::put);
    return object
        .put("device", provenance.device())
        .put("started", provenance.started().toString())
        .put("took", provenance.took().toString());
  }

  static Provenance read(Fields fields) throws NightjarException {
    List<ModelUse> models = new ArrayList<>();
    for (JsonNode node : fields.items("models")) {
      Fields model = new Fields(node, "model");
      models.add(
          new ModelUse(
              model.text("id"),
              model.text("version"),
              model.text("sha256"),
              model.text("precision")));
    }
    Map<String, String> needs = new TreeMap<>();
    JsonNode stored = fields.node().path("needs");
    stored.fieldNames().forEachRemaining(need -> needs.put(need, stored.path(need).asText()));
    return new Provenance(
        fields.text("plugin"),
        fields.text("pluginVersion"),
        models,
        fields.text("configuration"),
        needs,
        fields.text("device", ""),
        fields.instant("started"),
        fields.duration("took"));
  }
}
