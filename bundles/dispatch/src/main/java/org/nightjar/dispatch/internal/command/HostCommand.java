package org.nightjar.dispatch.internal.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.bus.Bus;
import org.nightjar.dispatch.Addresses;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code nightjar host}: a task in a process of its own. Envelopes come in as JSON lines, reports
 * go out as JSON lines, and the ledger is left alone: it belongs to whoever sends the envelopes.
 */
@Component
public final class HostCommand implements Command {
  /** An answer comes sooner or by the task's own time limit. */
  private static final Duration AT_MOST = Duration.ofHours(24);

  private final Bus bus;

  /** Called by SCR. */
  @Activate
  public HostCommand(@Reference Bus bus) {
    this.bus = bus;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "host",
        "Judge envelopes from a file or pipe by one task, for another process",
        "FILE",
        1,
        1,
        List.of(
            OptionSpec.value("task", "NAME", "task that judges"),
            OptionSpec.value("o", "OUT", "file or pipe for the reports (default: here)")),
        """
        FILE holds one envelope per line, as JSON; a named pipe will do. One line comes out per
        envelope, in the order in which the task is done with them: a report, or
        {"product": ID, "problem": {...}}. Neither the ledger nor the store is touched, save for
        the files that reports carry.\
        """);
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    String task =
        call.option("task")
            .orElseThrow(
                () ->
                    NightjarException.of(
                        StandardError.BAD_ARGUMENT,
                        "no task is named",
                        "--task",
                        "see 'nightjar tasks' for those that are there"));
    Path in = call.path(call.parameters().get(0));
    try (BufferedReader lines = Files.newBufferedReader(in, StandardCharsets.UTF_8)) {
      if (call.option("o").isEmpty()) {
        return host(task, in, lines, call, call.out());
      }
      Path out = call.path(call.option("o").get());
      try (PrintWriter file =
          new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
        return host(task, in, lines, call, file);
      }
    } catch (IOException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.UNREADABLE,
              "cannot read or write: " + e,
              in.toString(),
              "Name files or pipes that are there"),
          e);
    }
  }

  private int host(String task, Path in, BufferedReader lines, CommandCall call, PrintWriter out)
      throws IOException, NightjarException, InterruptedException {
    HostedTask hosted =
        new HostedTask(envelope -> bus.request(Addresses.examine(task), envelope, AT_MOST), out);
    long number = 0;
    for (String line = lines.readLine();
        line != null && !call.cancelled();
        line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        hosted.take(line, in + ":" + number);
      }
    }
    return hosted.await() ? OK : FOUND;
  }
}
