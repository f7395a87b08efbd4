package org.nightjar.alerts.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.alerts.internal.avro.ByteCursor;
import org.nightjar.alerts.internal.container.Container;
import org.nightjar.alerts.internal.schema.KnownSchema;
import org.nightjar.alerts.internal.stamp.StampReader;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;

/**
 * What can still be read of a damaged packet, for the message of its quarantine: whoever looks at
 * it should know which object to ask the archive for.
 */
final class Salvage {
  private static final List<String> NAMED =
      List.of(
          FactNames.SURVEY,
          FactNames.OBJECT,
          "candid",
          FactNames.OBSERVED,
          FactNames.RA,
          FactNames.DEC);

  private final StampReader stamps;
  private final String place;

  Salvage(StampReader stamps, String place) {
    this.stamps = stamps;
    this.place = place;
  }

  /** The error with what the first packet of a damaged block still says. */
  NightjarException ofBlock(Container container, long position, NightjarException e)
      throws IOException {
    if (!container.plain()) {
      return e;
    }
    try {
      return ofPacket(container.schema(), container.remains(container.announced(position)), e);
    } catch (NightjarException worse) {
      e.addSuppressed(worse);
      return e;
    }
  }

  /** The error with what the packet that begins here still says. */
  NightjarException ofPacket(KnownSchema known, ByteBuffer bytes, NightjarException e) {
    Map<String, Object> fields = new LinkedHashMap<>();
    try {
      known.all().decode(new ByteCursor(bytes, place, 0), place, fields);
    } catch (NightjarException end) {
      e.addSuppressed(end);
    }
    try {
      Facts facts = new AlertFacts(known, fields).routing();
      List<String> found = new ArrayList<>();
      for (String name : NAMED) {
        facts.text(name).ifPresent(value -> found.add(name + " " + value));
      }
      found.add(fields.size() + " fields");
      found.add(whole(fields));
      return more(e, "salvaged: " + String.join(", ", found));
    } catch (NightjarException | RuntimeException worse) {
      e.addSuppressed(worse);
      return e;
    }
  }

  private String whole(Map<String, Object> fields) {
    List<String> whole = new ArrayList<>();
    Map<String, ByteBuffer> all = StampFields.of(fields);
    all.forEach(
        (name, bytes) -> {
          try {
            stamps.read(bytes, name, 0, place);
            whole.add(name);
          } catch (NightjarException e) {
            // Not whole: that is what is being found out, and the message says so.
          }
        });
    return whole.size()
        + " of "
        + all.size()
        + " stamps whole"
        + (whole.isEmpty() ? "" : " (" + String.join(", ", whole) + ")");
  }

  /** The same error with more to say. */
  static NightjarException more(NightjarException e, String text) {
    Problem problem = e.problem();
    return new NightjarException(
        new Problem(
            problem.number(),
            problem.code(),
            problem.category(),
            problem.message() + "; " + text,
            problem.place(),
            problem.remedy()),
        e);
  }
}
