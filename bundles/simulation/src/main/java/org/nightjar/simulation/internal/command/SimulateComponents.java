package org.nightjar.simulation.internal.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.registry.InstalledModels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar simulate components}. */
@Component(service = Command.class)
public final class SimulateComponents implements Command {
  private final InstalledModels installed;

  /** Made by the component runtime. */
  @Activate
  public SimulateComponents(@Reference InstalledModels installed) {
    this.installed = installed;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "simulate components",
        "the components that descriptions of skies can name",
        "[NAME]",
        0,
        1,
        List.of(),
        "With a name: what it takes, gives, and where it comes from.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Map<String, SkyComponent> all = installed.components();
    if (!call.parameters().isEmpty()) {
      String name = call.parameters().get(0);
      SkyComponent one = all.get(name);
      if (one == null) {
        throw NightjarException.of(
            StandardError.NOT_FOUND,
            "there is no component '" + name + "'",
            "",
            "There are: " + String.join(", ", all.keySet()));
      }
      all = Map.of(name, one);
    }
    if (call.json()) {
      all.values().forEach(c -> call.out().println(JsonLine.write(json(c.info()))));
    } else if (call.parameters().isEmpty()) {
      TextTable table = new TextTable("component", "gives", "what");
      all.values().forEach(c -> row(table, c.info()));
      table.print(call.out());
    } else {
      all.values().forEach(c -> print(call, c.info()));
    }
    return OK;
  }

  private static void row(TextTable table, ComponentInfo info) {
    String outputs = String.join(", ", info.outputs().stream().map(OutputInfo::name).toList());
    table.row(
        info.name(),
        info.role() == ComponentInfo.Role.ROWS ? ("rows " + outputs).strip() : outputs,
        info.description());
  }

  private static void print(CommandCall call, ComponentInfo info) {
    call.out().println(info.name() + ", version " + info.version() + ": " + info.description());
    if (!info.source().isEmpty()) {
      call.out().println("Source: " + info.source());
    }
    call.out().println();
    TextTable parameters =
        new TextTable("parameter", "type", "unit", "range", "if left out", "what");
    for (ParameterInfo parameter : info.parameters()) {
      parameters.row(
          parameter.name(),
          type(parameter),
          parameter.unit(),
          parameter.range().words(),
          parameter.otherwise().map(Object::toString).orElse(parameter.required() ? "" : "nothing"),
          parameter.meaning());
    }
    parameters.print(call.out());
    call.out().println();
    TextTable outputs = new TextTable("column", "unit", "ucd", "what");
    info.outputs().forEach(o -> outputs.row(o.name(), o.unit(), o.ucd(), o.meaning()));
    outputs.print(call.out());
  }

  private static String type(ParameterInfo parameter) {
    String type = parameter.type().name().toLowerCase(Locale.ROOT);
    return parameter.words().isEmpty() ? type : type + ": " + String.join(", ", parameter.words());
  }

  private static ObjectNode json(ComponentInfo info) {
    ObjectNode json =
        JsonLine.object()
            .put("name", info.name())
            .put("version", info.version())
            .put("role", info.role().name())
            .put("description", info.description())
            .put("source", info.source());
    ArrayNode parameters = json.putArray("parameters");
    for (ParameterInfo parameter : info.parameters()) {
      ObjectNode one =
          parameters
              .addObject()
              .put("name", parameter.name())
              .put("type", parameter.type().name())
              .put("unit", parameter.unit())
              .put("range", parameter.range().words())
              .put("required", parameter.required())
              .put("description", parameter.meaning());
      parameter.otherwise().ifPresent(value -> one.put("default", value.toString()));
      parameter.words().forEach(one.putArray("words")::add);
    }
    ArrayNode outputs = json.putArray("outputs");
    for (OutputInfo output : info.outputs()) {
      outputs
          .addObject()
          .put("name", output.name())
          .put("type", output.type().name())
          .put("width", output.width())
          .put("unit", output.unit())
          .put("ucd", output.ucd())
          .put("description", output.meaning());
    }
    return json;
  }
}
