package org.nightjar.alerts.internal.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.alerts.internal.AlertReader;
import org.nightjar.alerts.internal.Sha256;
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
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;
import org.nightjar.json.FactsJson;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Component;

/** {@code alerts show}: the facts of one packet. */
@Component(service = Command.class)
public final class AlertsShow implements Command {
  private final ProductReader reader = new AlertReader();

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "alerts show",
        "show the facts of an alert packet",
        "FILE",
        1,
        1,
        List.of(
            OptionSpec.value("index", "N", "packet of the file, from 0; the first unless given")),
        "Lists everything a packet says but its stamps.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Path file = call.path(call.parameters().get(0));
    try {
      Source source = Source.ofFile(file);
      if (!reader.recognises(source)) {
        throw NightjarException.of(
            StandardError.UNKNOWN_FORMAT,
            "no alert packet",
            file.toString(),
            "Avro containers and packets in Confluent framing are recognised");
      }
      try (Product product = reader.open(source, chosen(source, call))) {
        print(call, product.facts());
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

  private ProductRef chosen(Source source, CommandCall call) throws NightjarException, IOException {
    List<Sighting> found = new ArrayList<>();
    reader.scan(source, found::add);
    String asked = call.option("index").orElse("0").strip();
    if (!asked.matches("\\d{1,9}") || Integer.parseInt(asked) >= found.size()) {
      throw NightjarException.of(
          StandardError.NOT_FOUND,
          "no packet " + asked,
          source.uri().toString(),
          "It has packets 0 to " + (found.size() - 1));
    }
    Sighting sighting = found.get(Integer.parseInt(asked));
    String sha256 =
        sighting.sha256().isPresent() ? sighting.sha256().get() : checksum(source, sighting);
    return ProductRef.of(
        sighting.kind(), source.uri(), sighting.offset(), sighting.length(), sha256);
  }

  private static String checksum(Source source, Sighting sighting) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(sighting.length()));
    source.read(sighting.offset(), bytes);
    return Sha256.of(bytes.flip());
  }

  private void print(CommandCall call, Facts facts) {
    if (call.json()) {
      call.out().println(JsonLine.write(FactsJson.write(facts)));
      return;
    }
    facts
        .values()
        .forEach(
            (name, value) ->
                call.out()
                    .printf(
                        "%-32s %s%n",
                        name, value instanceof List<?> list ? list.size() + " entries" : value));
  }
}
