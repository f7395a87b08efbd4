package org.nightjar.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.report.SkyCircle;

/** Findings as JSON: {@code what, pixels, sky, probability, evidence}. */
final class FindingJson {
  private FindingJson() {}

  static ObjectNode write(Finding finding) {
    ObjectNode object = JsonLine.object().put("what", finding.what());
    finding.pixels().ifPresent(box -> object.set("pixels", box(box)));
    finding
        .sky()
        .ifPresent(
            circle ->
                object
                    .putObject("sky")
                    .put("ra", circle.ra())
                    .put("dec", circle.dec())
                    .put("radius", circle.radius()));
    finding.probability().ifPresent(probability -> object.put("probability", probability));
    return object.put("evidence", finding.evidence());
  }

  static Finding read(JsonNode node) throws NightjarException {
    Fields fields = new Fields(node, "finding");
    return new Finding(
        fields.text("what"),
        fields.has("pixels") ? Optional.of(box(fields.child("pixels"))) : Optional.empty(),
        fields.has("sky") ? Optional.of(circle(fields.child("sky"))) : Optional.empty(),
        fields.has("probability")
            ? OptionalDouble.of(fields.real("probability"))
            : OptionalDouble.empty(),
        fields.text("evidence"));
  }

  private static ObjectNode box(PixelBox box) {
    Region region = box.region();
    return JsonLine.object()
        .put("part", box.part())
        .put("plane", region.plane())
        .put("x0", region.x0())
        .put("y0", region.y0())
        .put("x1", region.x1())
        .put("y1", region.y1());
  }

  private static PixelBox box(Fields fields) throws NightjarException {
    return new PixelBox(
        fields.text("part"),
        new Region(
            (int) fields.integer("plane"),
            (int) fields.integer("x0"),
            (int) fields.integer("y0"),
            (int) fields.integer("x1"),
            (int) fields.integer("y1")));
  }

  private static SkyCircle circle(Fields fields) {
    return new SkyCircle(fields.real("ra"), fields.real("dec"), fields.real("radius"));
  }
}
