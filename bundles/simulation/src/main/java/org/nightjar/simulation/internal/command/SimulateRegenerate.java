package org.nightjar.simulation.internal.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.TableField;
import org.nightjar.api.reader.TableRows;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.engine.PreparedSky;
import org.nightjar.simulation.internal.engine.TableProgram;
import org.nightjar.simulation.internal.engine.Workspace;
import org.nightjar.simulation.internal.plan.SkyPlan;
import org.nightjar.simulation.internal.plan.TablePlan;
import org.nightjar.simulation.internal.registry.InstalledModels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar simulate regenerate}. */
@Component(service = Command.class)
public final class SimulateRegenerate implements Command {
  private final InstalledModels installed;

  /** Made by the component runtime. */
  @Activate
  public SimulateRegenerate(@Reference InstalledModels installed) {
    this.installed = installed;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "simulate regenerate",
        "makes one object of a sky again, without the others",
        "CONFIG TABLE ID",
        3,
        3,
        List.of(),
        """
        The exit status is 1 if the object is not in the table's files because it was not selected.
        Example:
          nightjar simulate regenerate sky.yaml galaxies 123456""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    Optional<SkyPlan> plan = new Description(installed).plan(call);
    if (plan.isEmpty()) {
      return FAILED;
    }
    TablePlan table = table(plan.get(), call.parameters().get(1));
    PreparedSky sky = PreparedSky.of(plan.get(), new CallWatch(call));
    long rows = sky.rows(table);
    if (rows == 0) {
      throw NightjarException.of(StandardError.NOT_FOUND, "the table is empty", table.name(), "");
    }
    long id = WholeOption.parse("ID", call.parameters().get(2), 0, rows - 1);
    TableProgram program = new TableProgram(table, sky);
    Workspace workspace = program.workspace(1);
    workspace.make(id, 1);
    TableRows selected = workspace.selected();
    if (selected.rows() == 0) {
      call.err().println("object " + id + " of " + table.name() + " was not selected");
      return FOUND;
    }
    print(call, program.layout(Map.of()).fields(), selected);
    return OK;
  }

  private static TablePlan table(SkyPlan plan, String name) throws NightjarException {
    for (TablePlan table : plan.tables()) {
      if (table.name().equals(name)) {
        return table;
      }
    }
    throw NightjarException.of(
        StandardError.NOT_FOUND,
        "there is no table '" + name + "'",
        "",
        "There are: " + String.join(", ", plan.tables().stream().map(TablePlan::name).toList()));
  }

  private static void print(CommandCall call, List<TableField> fields, TableRows row) {
    ObjectNode json = JsonLine.object();
    TextTable table = new TextTable("column", "value", "unit", "what");
    for (int i = 0; i < fields.size(); i++) {
      TableField field = fields.get(i);
      ArrayNode all = JsonLine.object().putArray("all");
      for (int place = 0; place < field.width(); place++) {
        switch (field.type()) {
          case REAL -> all.add(row.reals(i)[place]);
          case SINGLE -> all.add(row.singles(i)[place]);
          case WHOLE -> all.add(row.wholes(i)[place]);
        }
      }
      json.set(field.name(), field.width() == 1 ? all.get(0) : all);
      String text = field.width() == 1 ? all.get(0).asText() : all.toString();
      table.row(field.name(), text, field.unit(), field.description());
    }
    if (call.json()) {
      call.out().println(JsonLine.write(json));
    } else {
      table.print(call.out());
    }
  }
}
