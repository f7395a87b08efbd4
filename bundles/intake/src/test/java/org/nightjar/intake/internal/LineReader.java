package org.nightjar.intake.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.ProductSink;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;

/**
 * A tiny format: {@code LINES} on the first line, then one alert per line. A line {@code DAMAGED}
 * is damage, {@code BROKEN} makes the reader fail, {@code BEYOND} makes it lie; a line that begins
 * with a time was observed then, one that goes on with {@code at Palomar} there.
 */
public final class LineReader implements ProductReader {
  private static final String MAGIC = "LINES\n";

  @Override
  public String name() {
    return "lines";
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.ALERT);
  }

  @Override
  public boolean recognises(Source source) throws IOException {
    ByteBuffer first = ByteBuffer.allocate(MAGIC.length());
    source.read(0, first);
    return new String(first.array(), StandardCharsets.US_ASCII).equals(MAGIC);
  }

  @Override
  public void scan(Source source, ProductSink sink) throws NightjarException, IOException {
    String all;
    try (var stream = source.open()) {
      all = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
    }
    int offset = MAGIC.length();
    while (offset < all.length()) {
      int end = all.indexOf('\n', offset);
      String line = all.substring(offset, end);
      switch (line) {
        case "DAMAGED" ->
            throw NightjarException.of(StandardError.CORRUPT, "a damaged line", "", "mend it");
        case "BROKEN" -> throw new IllegalStateException("a defect of the reader");
        case "BEYOND" -> sink.found(Sighting.wholeFile(Kind.ALERT, 1L << 40, Facts.NONE));
        default ->
            sink.found(
                new Sighting(kind(line), offset, line.length(), Optional.empty(), facts(line)));
      }
      offset = end + 1;
    }
  }

  @Override
  public Product open(Source source, ProductRef ref) {
    throw new UnsupportedOperationException();
  }

  private static Kind kind(String line) {
    if (line.startsWith("exposure")) {
      return Kind.EXPOSURE;
    }
    return line.startsWith("catalogue") ? Kind.CATALOGUE : Kind.ALERT;
  }

  private static Facts facts(String line) {
    if (line.startsWith("exposure")) {
      return new Facts(Map.of("profileNote", "instrument 'X' is not known: read by generic"));
    }
    if (line.endsWith(" at Palomar")) {
      return new Facts(
          Map.of("observed", line.substring(0, line.indexOf(' ')), "profile", "palomar"));
    }
    return line.startsWith("20") ? new Facts(Map.of("observed", line)) : Facts.NONE;
  }
}
