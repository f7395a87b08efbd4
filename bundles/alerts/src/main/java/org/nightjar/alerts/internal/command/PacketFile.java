package org.nightjar.alerts.internal.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.alerts.internal.AlertReader;
import org.nightjar.alerts.internal.Sha256;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;

/** A file from which a person chooses one packet. */
final class PacketFile {
  private PacketFile() {}

  /** The packet that option {@code index} names, the first unless given. */
  static ProductRef chosen(AlertReader reader, Source source, CommandCall call)
      throws NightjarException, IOException {
    if (!reader.recognises(source)) {
      throw NightjarException.of(
          StandardError.UNKNOWN_FORMAT,
          "no alert packet",
          source.uri().toString(),
          "Avro containers and packets in Confluent framing are recognised");
    }
    List<Sighting> found = new ArrayList<>();
    try {
      reader.scan(source, found::add);
    } catch (NightjarException e) {
      if (found.isEmpty()) {
        throw e;
      }
      call.err().println(e.problem());
    }
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
}
