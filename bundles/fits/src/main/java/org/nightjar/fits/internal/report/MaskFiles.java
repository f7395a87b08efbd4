package org.nightjar.fits.internal.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.MaskWriter;
import org.nightjar.api.reader.ReportFiles;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.fits.internal.card.CardList;
import org.nightjar.fits.internal.write.HduBytes;
import org.osgi.service.component.annotations.Component;

/**
 * The masks of a report in a file beside the product, which is never changed. The primary HDU has
 * no data and says what the report says; the masks follow as the task made them.
 */
@Component(service = ReportWriter.class)
public final class MaskFiles implements ReportWriter {
  @Override
  public String name() {
    return "mask";
  }

  @Override
  public String title() {
    return "FITS masks, with the verdict in keywords";
  }

  @Override
  public String mediaType() {
    return MaskWriter.MEDIA_TYPE;
  }

  @Override
  public String suffix() {
    return ".dq.fits";
  }

  @Override
  public Scope scope() {
    return Scope.REPORT;
  }

  @Override
  public boolean writes(FiledReport report) {
    return mask(report).isPresent();
  }

  @Override
  public void write(List<FiledReport> reports, ReportFiles files, OutputStream target)
      throws NightjarException, IOException {
    FiledReport report = reports.get(0);
    Attachment mask = mask(report).orElseThrow();
    try (InputStream in = files.open(mask)) {
      MaskExtensions extensions =
          new MaskExtensions(in, mask.name() + " of report " + report.key());
      extensions.skipPrimary();
      target.write(primary(report));
      extensions.copy(target);
    }
  }

  private static byte[] primary(FiledReport report) throws NightjarException {
    CardList cards =
        new CardList()
            .put("SIMPLE", true, "FITS 4.0")
            .put("BITPIX", 8, "")
            .put("NAXIS", 0, "no data here")
            .put("EXTEND", true, "masks follow");
    QualityCards.add(cards, report);
    return HduBytes.of(cards.all(), new byte[0]);
  }

  private static Optional<Attachment> mask(FiledReport report) {
    return report.report().attachments().stream()
        .filter(attachment -> attachment.name().equals(MaskWriter.FILE_NAME))
        .findFirst();
  }
}
