package org.nightjar.configuration.internal.trial;

import java.io.PrintWriter;
import java.util.List;
import org.nightjar.api.command.TextTable;
import org.nightjar.json.JsonLine;

/**
 * What the profiles make of a data file.
 *
 * @param file where it lies
 * @param profile name of the profile it was read by; empty if its reader uses none
 * @param note why that is not the profile of the instrument; empty if it is
 * @param facts the facts and where they were found
 * @param images its images
 */
record TrialReport(
    String file, String profile, String note, List<FactRow> facts, List<ImageRow> images) {

  boolean well() {
    return note.isEmpty() && images.stream().allMatch(image -> image.notes().isEmpty());
  }

  void print(PrintWriter out) {
    out.println("profile: " + (profile.isEmpty() ? "none is used for such files" : profile));
    if (!note.isEmpty()) {
      out.println("note: " + note);
    }
    TextTable table = new TextTable("part", "fact", "keyword", "value");
    for (FactRow row : facts) {
      table.row(row.part().isEmpty() ? "-" : row.part(), row.fact(), row.keyword(), row.shown());
    }
    table.print(out);
    TextTable structure = new TextTable("part", "detector", "size", "planes", "amplifiers");
    for (ImageRow image : images) {
      structure.row(
          image.part(),
          image.detector(),
          image.width() + " x " + image.height(),
          String.join(", ", image.planes()),
          String.join("; ", image.amplifierTexts()));
    }
    if (!images.isEmpty()) {
      structure.print(out);
    }
    images.forEach(
        image -> image.notes().forEach(text -> out.println("note: " + image.part() + ": " + text)));
  }

  String json() {
    var line = JsonLine.object().put("file", file).put("profile", profile).put("note", note);
    var rows = line.putArray("facts");
    for (FactRow row : facts) {
      var object = rows.addObject().put("part", row.part()).put("fact", row.fact());
      if (row.value().isPresent()) {
        object.put("keyword", row.keyword()).put("value", row.shown());
      } else {
        row.lookedFor().forEach(object.putArray("lookedFor")::add);
      }
    }
    var list = line.putArray("images");
    for (ImageRow image : images) {
      var object = list.addObject().put("part", image.part()).put("detector", image.detector());
      object.put("width", image.width()).put("height", image.height());
      image.planes().forEach(object.putArray("planes")::add);
      image.amplifierTexts().forEach(object.putArray("amplifiers")::add);
      image.notes().forEach(object.putArray("notes")::add);
    }
    return JsonLine.write(line);
  }
}
