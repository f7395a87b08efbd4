package org.nightjar.dispatch.internal.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.product.Kind;
import org.nightjar.dispatch.TaskDirectory;
import org.nightjar.dispatch.TaskStatus;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar tasks}. */
@Component
public final class TasksCommand implements Command {
  private final TaskDirectory tasks;

  /** Called by SCR. */
  @Activate
  public TasksCommand(@Reference TaskDirectory tasks) {
    this.tasks = tasks;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "tasks",
        "Show the tasks that are there and how busy they are",
        "",
        0,
        0,
        List.of(),
        "DONE counts products judged since the start, FAILED those of them without a report.");
  }

  @Override
  public int run(CommandCall call) {
    List<TaskStatus> all = tasks.tasks();
    if (call.json()) {
      all.forEach(task -> call.out().println(JsonLine.write(json(task))));
    } else if (all.isEmpty()) {
      call.err().println("No task is installed.");
    } else {
      table(all, call.out());
    }
    return OK;
  }

  private static ObjectNode json(TaskStatus task) {
    ObjectNode line =
        JsonLine.object().put("name", task.info().name()).put("title", task.info().title());
    ArrayNode kinds = line.putArray("kinds");
    task.info().accepts().stream().sorted().forEach(kind -> kinds.add(kind.name()));
    line.put("plugin", task.plugin()).put("version", task.version());
    ArrayNode draining = line.putArray("draining");
    task.draining().forEach(draining::add);
    return line.put("queued", task.queued())
        .put("inFlight", task.inFlight())
        .put("done", task.done())
        .put("failed", task.failed());
  }

  private static void table(List<TaskStatus> all, PrintWriter out) {
    TextTable table =
        new TextTable(
            "NAME",
            "KINDS",
            "PLUGIN",
            "VERSION",
            "DRAINING",
            "QUEUED",
            "IN FLIGHT",
            "DONE",
            "FAILED",
            "TITLE");
    for (TaskStatus task : all) {
      table.row(
          task.info().name(),
          task.info().accepts().stream().sorted().map(Kind::name).collect(Collectors.joining(",")),
          task.plugin(),
          task.version(),
          task.draining().isEmpty() ? "-" : String.join(",", task.draining()),
          task.queued(),
          task.inFlight(),
          task.done(),
          task.failed(),
          task.info().title());
    }
    table.print(out);
  }
}
