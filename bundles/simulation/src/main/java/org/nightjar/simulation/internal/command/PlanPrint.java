package org.nightjar.simulation.internal.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.simulation.Accuracy;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.engine.Estimate;
import org.nightjar.simulation.internal.engine.PreparedSky;
import org.nightjar.simulation.internal.plan.Call;
import org.nightjar.simulation.internal.plan.Column;
import org.nightjar.simulation.internal.plan.PlanJson;
import org.nightjar.simulation.internal.plan.TablePlan;

/** Shows what a run would do. */
final class PlanPrint {
  private final PreparedSky sky;
  private final Estimate estimate;

  PlanPrint(PreparedSky sky, Estimate estimate) {
    this.sky = sky;
    this.estimate = estimate;
  }

  ObjectNode json() throws NightjarException {
    ObjectNode json =
        JsonLine.object()
            .put("name", sky.plan().name())
            .put("seed", sky.plan().seed())
            .put("checksum", PlanJson.checksum(sky.plan()))
            .put("memoryBytes", estimate.memoryBytes());
    json.set("versions", PlanJson.versions(sky.plan()));
    ArrayNode tables = json.putArray("tables");
    for (TablePlan table : sky.plan().tables()) {
      ObjectNode one = tables.addObject();
      one.put("table", table.name())
          .put("rows", sky.rows(table))
          .put("selected", !table.select().isEmpty())
          .put("rowBytes", table.rowBytes())
          .put("bytes", estimate.bytes(table));
      ArrayNode steps = one.putArray("steps");
      for (Call call : PreparedSky.order(table)) {
        ObjectNode step = steps.addObject();
        step.put("component", call.component().info().name()).put("stream", call.stream());
        ArrayNode columns = step.putArray("columns");
        call.outputs().forEach(column -> columns.add(column.path()));
      }
    }
    ArrayNode reached = json.putArray("accuracies");
    for (Accuracy accuracy : sky.accuracies()) {
      reached
          .addObject()
          .put("what", accuracy.what())
          .put("wanted", accuracy.wanted())
          .put("reached", accuracy.reached());
    }
    json.set("description", PlanJson.description(sky.plan()));
    return json;
  }

  void print(PrintWriter out) throws NightjarException {
    out.printf(
        Locale.ROOT,
        "%s, seed %d, configuration %.16s%n",
        sky.plan().name(),
        sky.plan().seed(),
        PlanJson.checksum(sky.plan()));
    for (TablePlan table : sky.plan().tables()) {
      out.printf(
          Locale.ROOT,
          "%ntable %s: %d rows%s, %d bytes a row, %s%n",
          table.name(),
          sky.rows(table),
          table.select().isEmpty() ? "" : " before selection",
          table.rowBytes(),
          mega(estimate.bytes(table)));
      TextTable steps = new TextTable("step", "component", "columns", "stream");
      int number = 0;
      for (Call call : PreparedSky.order(table)) {
        number++;
        steps.row(number, call.component().info().name(), columns(call), call.stream());
      }
      steps.print(out);
    }
    out.printf(
        Locale.ROOT,
        "%nmemory for the rows: %s with %d threads and chunks of %d rows%n",
        mega(estimate.memoryBytes()),
        estimate.threads(),
        estimate.chunkRows());
    for (Accuracy accuracy : sky.accuracies()) {
      out.printf(
          Locale.ROOT,
          "accuracy of %s: %.2g, wanted %.2g%n",
          accuracy.what(),
          accuracy.reached(),
          accuracy.wanted());
    }
  }

  private static String columns(Call call) {
    StringBuilder text = new StringBuilder();
    for (Column column : call.outputs()) {
      String unit = column.info().unit();
      text.append(text.isEmpty() ? "" : ", ")
          .append(column.path())
          .append(unit.isEmpty() ? "" : " [" + unit + "]");
    }
    return text.toString();
  }

  private static String mega(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
