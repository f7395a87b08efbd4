package org.nightjar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Measurement;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.report.Report;

/** What holds for every report beyond what its records check themselves. */
final class ReportRules {

  /** {@code name}, {@code PART/name}, {@code name[3]}: printable, without spaces. */
  private static final Pattern MEASUREMENT = Pattern.compile("[\\x21-\\x7e]+");

  private static final Pattern WHAT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private ReportRules() {}

  static void check(Report report, Product product, CollectedAttachments attachments)
      throws NightjarException {
    assertThat(report.reasons())
        .as("reasons of %s: one sentence each", product)
        .allMatch(reason -> !reason.isBlank() && reason.indexOf('\n') < 0);
    report.measurements().forEach(ReportRules::check);
    for (Finding finding : report.findings()) {
      check(finding, product);
    }
    assertThat(report.attachments().stream().map(Attachment::name))
        .as("names of attachments")
        .doesNotHaveDuplicates();
    assertThat(report.attachments())
        .as("attachments of %s: made by context.attachments() in this call", product)
        .allMatch(attachment -> attachments.content(attachment).isPresent());
  }

  private static void check(String name, Measurement measurement) {
    assertThat(measurement.name()).as("name of measurement '%s'", name).isEqualTo(name);
    assertThat(name).as("name of a measurement").matches(MEASUREMENT);
    assertThat(Double.isInfinite(measurement.value()))
        .as("measurement %s is infinite; NaN says that it could not be measured", name)
        .isFalse();
    assertThat(measurement.unit()).as("unit of %s", name).isEqualTo(measurement.unit().strip());
  }

  private static void check(Finding finding, Product product) throws NightjarException {
    assertThat(finding.what()).as("what was found").matches(WHAT);
    if (finding.pixels().isPresent()) {
      PixelBox box = finding.pixels().get();
      Part part = product.part(box.part()).orElse(null);
      assertThat(part)
          .as("part '%s' in which %s was found", box.part(), finding.what())
          .isInstanceOf(ImagePart.class);
      ImagePart image = (ImagePart) part;
      assertThat(box.region().x1() <= image.width() && box.region().y1() <= image.height())
          .as("%s of %s lies within the image", box.region(), finding.what())
          .isTrue();
    }
  }
}
