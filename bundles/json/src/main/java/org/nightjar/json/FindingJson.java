package org.nightjar.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.report.Shape;
import org.nightjar.api.report.SkyCircle;

/** Findings as JSON: {@code what, pixels, shape, sky, probability, evidence}. */
final class FindingJson {
  private FindingJson() {}

  static ObjectNode write(Finding finding) {
    ObjectNode object = JsonLine.object().put("what", finding.what());
    finding.pixels().ifPresent(box -> object.set("pixels", box(box)));
    finding.shape().ifPresent(shape -> object.set("shape", shape(shape)));
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
        fields.has("shape") ? Optional.of(shape(fields.child("shape"))) : Optional.empty(),
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

  private static ObjectNode shape(Shape shape) {
    ObjectNode object = JsonLine.object().put("type", shape.type());
    if (shape instanceof Shape.Line line) {
      object
          .put("x0", line.x0())
          .put("y0", line.y0())
          .put("x1", line.x1())
          .put("y1", line.y1())
          .put("width", line.width());
    }
    return object;
  }

  private static Shape shape(Fields fields) throws NightjarException {
    String type = fields.text("type");
    if (!type.equals("line")) {
      throw NightjarException.of(
          StandardError.CORRUPT, "a finding with shape '" + type + "'", "", "Known: line");
    }
    return new Shape.Line(
        fields.real("x0"),
        fields.real("y0"),
        fields.real("x1"),
        fields.real("y1"),
        fields.real("width"));
  }

  private static SkyCircle circle(Fields fields) {
    return new SkyCircle(fields.real("ra"), fields.real("dec"), fields.real("radius"));
  }
}
