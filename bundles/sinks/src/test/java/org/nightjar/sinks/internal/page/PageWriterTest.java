package org.nightjar.sinks.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Shape;
import org.nightjar.api.report.Verdict;
import org.nightjar.sinks.internal.Store;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PageWriterTest {
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

  @TempDir Path data;
  private Store store;

  @BeforeEach
  void open() throws Exception {
    store = new Store(data);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void thePageTellsAllAndNeedsNothingButItself() throws Exception {
    String page = page(full());
    assertThat(page)
        .contains("a.fits", "The sky is bright", "cam&lt;1&gt;", "30.5", "arcsec", "1.25000")
        .contains("line from (0.0, 5.0) to (99.0, 60.0), 3.5 wide")
        .contains("columns 3 to 9, rows 4 to 4", "org.nightjar.imaging 1", "<td>1.50000</td>")
        .contains("data:image/png;base64," + Base64.getEncoder().encodeToString(PICTURE))
        .doesNotContain("<script", "http://", "https://", "url(");
  }

  @Test
  void whatCameFromOutsideIsEscaped() throws Exception {
    Report hostile =
        Report.builder()
            .because(Verdict.JUNK, "<script>alert('x')</script>")
            .measure("<b>name", 1, "\"unit\"")
            .measure("<i>chip/<u>level", 2, "<s>")
            .find(Finding.of("<what>", "&evidence;"))
            .build();
    assertThat(page(store.file("/night/a.fits", "1", hostile)))
        .doesNotContain("<script", "<b>", "<i>", "<u>", "<s>", "<what>", "&evidence;")
        .contains("&lt;script&gt;alert(&#39;x&#39;)", "&amp;evidence;");
  }

  /** A page that is well-formed XML but for its head has no element left open. */
  @Test
  void tablesHaveHeadersAndCaptionsAndEveryElementIsClosed() throws Exception {
    String page = page(full());
    assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
    String main = page.substring(page.indexOf("<main>"), page.indexOf("</body>"));
    String xml = main.replaceAll("<br>", "<br/>").replaceAll("(<img [^>]*)>", "$1/>");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    NodeList tables = document.getElementsByTagName("table");
    assertThat(tables.getLength()).isGreaterThan(5);
    for (int i = 0; i < tables.getLength(); i++) {
      Element table = (Element) tables.item(i);
      assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
      NodeList heads = table.getElementsByTagName("th");
      assertThat(heads.getLength()).isPositive();
      for (int j = 0; j < heads.getLength(); j++) {
        assertThat(((Element) heads.item(j)).getAttribute("scope")).isIn("row", "col");
      }
    }
    NodeList pictures = document.getElementsByTagName("img");
    assertThat(((Element) pictures.item(0)).getAttribute("alt")).isNotBlank();
  }

  @Test
  void detectorsAreRowsAndWhatCouldNotBeMeasuredIsADash() throws Exception {
    Report.Builder report = Report.builder();
    for (int chip = 1; chip <= 62; chip++) {
      report.measure("S" + chip + "/background", 100 + chip, "adu");
    }
    report.measure("S1/seeing", Double.NaN, "arcsec");
    assertThat(page(store.file("/night/a.fits", "1", report.build())))
        .contains("<th scope=\"row\">S62</th>", "<td class=\"number\">162</td>", "\u2013")
        .contains("background <span class=\"unit\">adu</span>");
  }

  @Test
  void picturesTooLargeAreNamed() throws Exception {
    Attachment large = new Attachment("huge.png", "image/png", "0".repeat(64), 1L << 40);
    Report report = Report.builder().attach(large).build();
    assertThat(page(store.file("/night/a.fits", "1", report)))
        .contains("<code>huge.png</code> is too large");
  }

  @Test
  void aPictureThatIsGoneDoesNotTakeThePageWithIt() throws Exception {
    Attachment gone = new Attachment("gone.png", "image/png", "0".repeat(64), 10);
    Report report = Report.builder().attach(gone).measure("seeing", 1.25, "arcsec").build();
    assertThat(page(store.file("/night/a.fits", "1", report)))
        .contains("<code>gone.png</code> cannot be shown", "1.25000");
  }

  private FiledReport full() throws Exception {
    Report report =
        Report.builder()
            .because(Verdict.QUESTIONABLE, "the sky is bright")
            .measure("seeing", 1.25, "arcsec")
            .measure("S1/seeing", 1.25, "arcsec")
            .find(
                Finding.at(new PixelBox("S1", Region.of(0, 5, 100, 61)), "streak", "straight")
                    .withShape(new Shape.Line(0, 5, 99, 60, 3.5)))
            .find(Finding.at(new PixelBox("S1", Region.of(3, 4, 10, 5)), "dead", "dark"))
            .attach(store.attachments.put("S1.png", "image/png", PICTURE))
            .build();
    return store.file("/night/a.fits", "1", report);
  }

  private String page(FiledReport report) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PageWriter(store.products)
        .write(List.of(report), file -> store.attachments.open(file.sha256()), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
