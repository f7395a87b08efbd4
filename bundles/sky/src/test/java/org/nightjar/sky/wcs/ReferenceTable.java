package org.nightjar.sky.wcs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.product.Facts;

/** The committed table of {@code src/test/python/make_reference.py}. */
final class ReferenceTable {
  /** One pixel and where astropy puts it. */
  record Point(PixelPoint pixel, SkyPoint sky) {}

  /** One header and its points. */
  record Case(String name, Facts header, List<Point> points) {
    @Override
    public String toString() {
      return name;
    }
  }

  private ReferenceTable() {}

  static List<Case> read() {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = ReferenceTable.class.getResourceAsStream("reference.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String block : text.substring(text.indexOf("case ")).split("(?m)^case ", -1)) {
        if (!block.isEmpty()) {
          cases.add(parse(block.lines().toList()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static Case parse(List<String> lines) {
    Map<String, Object> cards = new LinkedHashMap<>();
    List<Point> points = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        cards.put(line.substring(0, equals), value(line.substring(equals + 1)));
      } else {
        List<Double> v = List.of(line.split(" ", -1)).stream().map(ReferenceTable::number).toList();
        points.add(new Point(new PixelPoint(v.get(0), v.get(1)), new SkyPoint(v.get(2), v.get(3))));
      }
    }
    return new Case(lines.get(0), new Facts(cards), points);
  }

  private static Object value(String text) {
    if (text.startsWith("'")) {
      return text.substring(1, text.length() - 1);
    }
    return text.matches("-?\\d+") ? (Object) Long.valueOf(text) : number(text);
  }

  private static Double number(String text) {
    return text.equals("nan") ? Double.NaN : Double.valueOf(text);
  }
}
