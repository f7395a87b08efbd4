package org.nightjar.alerts.internal.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.alerts.internal.AlertReader;
import org.nightjar.alerts.internal.Plain;
import org.nightjar.alerts.internal.avro.Rows;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.Source;
import org.nightjar.json.FactsJson;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code alerts show}: what one packet says. */
@Component(service = Command.class)
public final class AlertsShow implements Command {
  private final AlertReader reader;

  /** Made by the component runtime. */
  @Activate
  public AlertsShow(@Reference AlertReader reader) {
    this.reader = reader;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "alerts show",
        "show what an alert packet says",
        "FILE",
        1,
        1,
        List.of(
            OptionSpec.value("index", "N", "packet of the file, from 0; the first unless given"),
            OptionSpec.flag("raw", "the packet's own fields, untranslated, with its histories")),
        "Lists the facts of a packet: first those that mean the same for every survey, then its"
            + " own fields without those that say nothing.\n"
            + "With --raw: its fields as the survey wrote them.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Path file = call.path(call.parameters().get(0));
    try {
      Source source = Source.ofFile(file);
      ProductRef ref = PacketFile.chosen(reader, source, call);
      if (call.flag("raw")) {
        print(call, raw(reader.raw(source, ref)));
      } else {
        try (Product product = reader.open(source, ref)) {
          print(call, product.facts());
        }
      }
    } catch (NoSuchFileException e) {
      throw NightjarException.of(
          StandardError.NOT_FOUND, "there is no such file", file.toString(), "Check the path");
    } catch (IOException e) {
      throw new NightjarException(
          Problem.of(StandardError.UNREADABLE, String.valueOf(e.getMessage()), file.toString(), ""),
          e);
    }
    return OK;
  }

  private static Facts raw(Map<String, Object> packet) throws NightjarException {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Map.Entry<String, Object> field : packet.entrySet()) {
      Object value = field.getValue();
      plain.put(field.getKey(), Plain.of(value instanceof Rows rows ? rows.decode() : value));
    }
    return new Facts(plain);
  }

  private static void print(CommandCall call, Facts facts) {
    if (call.json()) {
      call.out().println(JsonLine.write(FactsJson.write(facts)));
      return;
    }
    facts.values().forEach((name, value) -> print(call, name, value));
  }

  private static void print(CommandCall call, String name, Object value) {
    if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
      for (int i = 0; i < list.size(); i++) {
        line(call, name + "[" + i + "]", list.get(i));
      }
    } else {
      line(call, name, value);
    }
  }

  private static void line(CommandCall call, String name, Object value) {
    call.out().printf("%-32s %s%n", name, value.toString().replaceAll("\\p{Cntrl}", " "));
  }
}
