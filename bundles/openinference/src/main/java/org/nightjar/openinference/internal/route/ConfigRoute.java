package org.nightjar.openinference.internal.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.http.Exchange;
import org.nightjar.http.Route;
import org.nightjar.json.JsonLine;
import org.nightjar.openinference.internal.infer.Samples;
import org.nightjar.openinference.internal.infer.Signature;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code GET /v2/models/MODEL[/versions/VERSION]/config}: what Triton's load generator asks for
 * before it begins, in the words of Triton's model configuration.
 */
@Component
public final class ConfigRoute implements Route {
  private final Models models;

  /** Made by the component runtime. */
  @Activate
  public ConfigRoute(@Reference Models models) {
    this.models = models;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/v2/models/:model/config";
  }

  @Override
  public List<String> paths() {
    return List.of(path(), "/v2/models/:model/versions/:version/config");
  }

  @Override
  public void answer(Exchange exchange) throws NightjarException {
    ModelInfo model = models.named(exchange);
    ObjectNode json =
        JsonLine.object()
            .put("name", model.id())
            .put("platform", "onnxruntime_onnx")
            .put("backend", "onnxruntime")
            .put("max_batch_size", Samples.MOST);
    ArrayNode inputs = json.putArray("input");
    for (Signature.Channel channel : Signature.of(model).channels().values()) {
      tensor(inputs, channel.name(), channel.extents());
    }
    ArrayNode outputs = json.putArray("output");
    for (OutputInfo output : model.outputs()) {
      tensor(outputs, output.name(), output.shape());
    }
    json.putObject("dynamic_batching");
    Json.respond(exchange, 200, json);
  }

  private static void tensor(ArrayNode list, String name, List<Integer> extents) {
    ArrayNode dims =
        list.addObject().put("name", name).put("data_type", "TYPE_FP32").putArray("dims");
    extents.forEach(dims::add);
  }
}
