package org.nightjar.cli.internal.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.nightjar.api.command.CommandCall;
import org.nightjar.json.JsonLine;

/** Tells whoever started the server that it runs. */
final class Announcement {
  private static final double MEGABYTE = 1e6;

  private final CommandCall call;

  Announcement(CommandCall call) {
    this.call = call;
  }

  void ready(URI address, Workload workload, double seconds, boolean timing) {
    List<String> tasks = workload.tasks();
    List<String> models = workload.models();
    if (call.json()) {
      ObjectNode line = JsonLine.object();
      ObjectNode ready = line.putObject("ready");
      ready.put("url", address.toString()).put("data", workload.data().toString());
      tasks.forEach(ready.putArray("tasks")::add);
      models.forEach(ready.putArray("models")::add);
      if (timing) {
        ready.put("coldStartSeconds", seconds);
      }
      print(JsonLine.write(line));
      return;
    }
    print("ready " + address);
    print("  data    " + workload.data());
    print("  tasks   " + (tasks.isEmpty() ? "none" : String.join(", ", tasks)));
    print("  models  " + (models.isEmpty() ? "none" : String.join(", ", models)));
    if (timing) {
      print(String.format(Locale.ROOT, "  start   %.2f s from the call to here", seconds));
    }
  }

  void memory(Memory memory) {
    if (call.json()) {
      ObjectNode line = JsonLine.object();
      line.putObject("idle")
          .put("heapBytes", memory.heapBytes())
          .put("residentBytes", memory.residentBytes());
      print(JsonLine.write(line));
    } else {
      print(
          String.format(
              Locale.ROOT,
              "  idle    heap %.0f MB, resident %.0f MB, after a collection",
              memory.heapBytes() / MEGABYTE,
              memory.residentBytes() / MEGABYTE));
    }
  }

  private void print(String line) {
    call.out().println(line);
    call.out().flush();
  }
}
