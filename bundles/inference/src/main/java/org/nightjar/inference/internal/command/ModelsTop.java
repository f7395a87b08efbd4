package org.nightjar.inference.internal.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar models top}. */
@Component(service = Command.class)
public final class ModelsTop implements Command {
  private static final long LOOK_MILLIS = 100;

  private final InferenceService service;

  /** The command for this service. */
  @Activate
  public ModelsTop(@Reference InferenceService service) {
    this.service = service;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "models top",
        "Show what models, devices and clients are doing, again and again",
        "",
        0,
        0,
        List.of(
            OptionSpec.value("interval", "SECONDS", "time between two looks (1)"),
            OptionSpec.value("count", "N", "looks until it ends; by default it goes on")),
        """
        Of models: requests answered a second and failed, mean batch, milliseconds that half and 99 %
        of the requests waited for their run at most, and took in all, device time over time (load),
        what runs took over what was expected, what waits, memory. Of devices: whether they are in
        service, memory that models hold and may hold, models that had to go. Of clients: their
        share of the device time, what they have waiting, leases, and counts since the start.
        Of a running server; without one there is little to see. Ctrl-C ends it.""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    double interval = number(call, "interval", 1);
    long count = (long) number(call, "count", Long.MAX_VALUE);
    for (long look = 0; look < count && !call.cancelled(); look++) {
      TopLook top = new TopLook(service);
      pause(call, interval);
      for (List<ObjectNode> lines : List.of(top.models(), top.devices(), top.clients())) {
        if (call.json()) {
          lines.forEach(line -> call.out().println(JsonLine.write(line)));
        } else {
          print(lines, call.out());
        }
      }
      call.out().flush();
    }
    return OK;
  }

  private static double number(CommandCall call, String option, double otherwise)
      throws NightjarException {
    Optional<String> given = call.option(option);
    try {
      double value = given.map(Double::parseDouble).orElse(otherwise);
      if (value > 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(option, given.orElse(""));
    }
    throw wrong(option, given.orElse(""));
  }

  private static NightjarException wrong(String option, String given) {
    return NightjarException.of(
        StandardError.BAD_ARGUMENT,
        "'" + given + "' is not a number above 0",
        "--" + option,
        "Give one, such as --" + option + " 2");
  }

  private static void pause(CommandCall call, double seconds) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end && !call.cancelled()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (never.await(Math.max(1, Math.min(LOOK_MILLIS, left)), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private static void print(List<ObjectNode> lines, PrintWriter out) {
    if (lines.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    lines.get(0).fieldNames().forEachRemaining(names::add);
    TextTable table = new TextTable(names.toArray(String[]::new));
    for (ObjectNode line : lines) {
      table.row(names.stream().map(name -> cell(line.get(name))).toArray());
    }
    table.print(out);
    out.println();
  }

  private static String cell(JsonNode value) {
    return value.isFloatingPointNumber()
        ? String.format(Locale.ROOT, "%.2f", value.asDouble())
        : value.asText();
  }
}
