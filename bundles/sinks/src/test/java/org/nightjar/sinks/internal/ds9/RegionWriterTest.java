package org.nightjar.sinks.internal.ds9;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Shape;
import org.nightjar.api.report.SkyCircle;
import org.nightjar.sinks.internal.Store;

class RegionWriterTest {
  private final RegionWriter writer = new RegionWriter();

  @Test
  void aSinglePixelIsABoxOfOneAroundItsCentreCountedFromOne() throws Exception {
    List<String> lines = written(box("S1", 0, 0, 1, 1, "hot"));
    assertThat(lines).contains("image", "# part S1");
    assertThat(lines.get(lines.size() - 1))
        .startsWith("box(1,1,1,1,0) # color=#")
        .endsWith("text={hot} tag={hot} tag={task imaging} tag={part S1}");
  }

  /** Columns 10 to 13 and rows 20 to 24, counted from zero, are 11 to 14 and 21 to 25 in DS9. */
  @Test
  void boxesCoverExactlyTheirPixels() throws Exception {
    assertThat(written(box("S1", 10, 20, 14, 25, "hot")))
        .last()
        .asString()
        .startsWith("box(12.5,23,4,5,0) #");
    assertThat(written(box("S1", 2147483646, 0, 2147483647, 1, "hot")))
        .last()
        .asString()
        .startsWith("box(2147483647,1,1,1,0) #");
  }

  @Test
  void linesEndOnTheirPixels() throws Exception {
    Finding streak =
        box("S1", 0, 5, 100, 60, "streak").withShape(new Shape.Line(0, 5.25, 99, 59, 3.5));
    assertThat(written(streak))
        .last()
        .asString()
        .startsWith("line(1,6.25,100,60) # line=0 0 color=#56b4e9 text={streak}")
        .contains("tag={width 3.5}");
  }

  @Test
  void aPlaceOnTheSkyServesWhereThereAreNoPixelsOrSeveralParts() throws Exception {
    Finding ghost = Finding.of("ghost", "faint").withSky(new SkyCircle(1e-7, -89.5, 0.01));
    assertThat(written(ghost))
        .contains("icrs")
        .last()
        .asString()
        .startsWith("circle(0.0000001,-89.5,0.01d) #");
    Finding both = box("S2", 1, 1, 3, 3, "hot").withSky(new SkyCircle(10, 20, 0));
    List<String> lines = written(box("S1", 0, 0, 1, 1, "hot"), both);
    assertThat(lines).anyMatch(line -> line.startsWith("point(10,20) # point=cross"));
    assertThat(lines).anyMatch(line -> line.startsWith("box(1,1,1,1,0)"));
    assertThat(written(both)).anyMatch(line -> line.startsWith("box(2.5,2.5,2,2,0)"));
  }

  @Test
  void textsCannotBreakOut() throws Exception {
    List<String> lines = written(box("S}1\nimage", 0, 0, 1, 1, "a} color=red\ncircle(1,1,9)"));
    assertThat(lines).noneMatch(line -> line.startsWith("circle"));
    assertThat(lines).last().asString().contains("text={a) color=red circle(1,1,9)}");
  }

  @Test
  void nothingIsWrittenOfReportsWithoutPlaces() {
    Report nowhere = Report.builder().find(Finding.of("too-many-sources", "many")).build();
    assertThat(writer.writes(Store.filed("/a", "1", nowhere))).isFalse();
    assertThat(writer.writes(Store.filed("/a", "1", report(box("S1", 0, 0, 1, 1, "hot")))))
        .isTrue();
  }

  private static Finding box(String part, int x0, int y0, int x1, int y1, String what) {
    return Finding.at(new PixelBox(part, Region.of(x0, y0, x1, y1)), what, "seen");
  }

  private static Report report(Finding... findings) {
    Report.Builder report = Report.builder();
    List.of(findings).forEach(report::find);
    return report.build();
  }

  private List<String> written(Finding... findings) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(
        List.of(Store.filed("/night/a.fits", "1", report(findings))),
        attachment -> {
          throw new IOException("no attachments");
        },
        out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
