package org.nightjar.openinference.internal.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.http.Exchange;
import org.nightjar.http.Route;
import org.nightjar.json.JsonLine;
import org.nightjar.openinference.internal.infer.Signature;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /v2/models/MODEL[/versions/VERSION]}: what a model takes and gives. */
@Component
public final class MetadataRoute implements Route {
  private final Models models;

  /** Made by the component runtime. */
  @Activate
  public MetadataRoute(@Reference Models models) {
    this.models = models;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/v2/models/:model";
  }

  @Override
  public List<String> paths() {
    return List.of(path(), "/v2/models/:model/versions/:version");
  }

  @Override
  public void answer(Exchange exchange) throws NightjarException {
    Json.respond(exchange, 200, metadata(models.named(exchange)));
  }

  static ObjectNode metadata(ModelInfo model) {
    Signature signature = Signature.of(model);
    ObjectNode json = JsonLine.object().put("name", model.id());
    json.putArray("versions").add(model.version());
    json.put("platform", "onnxruntime_onnx");
    ArrayNode inputs = json.putArray("inputs");
    for (Signature.Channel channel : signature.channels().values()) {
      tensor(inputs, channel.name(), channel.extents())
          .putObject("parameters")
          .put("input", channel.input());
    }
    ArrayNode outputs = json.putArray("outputs");
    for (OutputInfo output : model.outputs()) {
      ObjectNode said =
          tensor(outputs, output.name(), output.shape())
              .putObject("parameters")
              .put("kind", output.kind())
              .put("meaning", output.meaning());
      if (!output.classes().isEmpty()) {
        said.put("classes", String.join(",", output.classes()));
      }
    }
    ObjectNode parameters =
        json.putObject("parameters")
            .put("task", model.task())
            .put("precision", model.precision())
            .put("sha256", model.sha256());
    for (InputInfo input : signature.inputs().values()) {
      parameters.put("prepared." + input.name(), Json.shape(input.shape()).toString());
    }
    model.thresholds().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> parameters.put("threshold." + each.getKey(), each.getValue()));
    return json;
  }

  private static ObjectNode tensor(ArrayNode list, String name, List<Integer> sample) {
    ObjectNode json = list.addObject().put("name", name).put("datatype", "FP32");
    json.set("shape", Json.shape(sample));
    return json;
  }
}
