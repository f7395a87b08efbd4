package org.nightjar.fits.internal.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.ReportFiles;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.report.FiledReport;
import org.nightjar.fits.internal.bintable.TableExtension;
import org.nightjar.fits.internal.card.CardList;
import org.nightjar.fits.internal.write.HduBytes;
import org.osgi.service.component.annotations.Component;

/** Reports as FITS tables: MEASUREMENTS, DETECTORS and FINDINGS, each there even if empty. */
@Component(service = ReportWriter.class)
public final class TableFiles implements ReportWriter {
  @Override
  public String name() {
    return "fits";
  }

  @Override
  public String title() {
    return "FITS tables of measurements and findings";
  }

  @Override
  public String mediaType() {
    return "application/fits";
  }

  @Override
  public String suffix() {
    return ".fits";
  }

  @Override
  public Scope scope() {
    return Scope.COLLECTION;
  }

  @Override
  public void write(List<FiledReport> reports, ReportFiles files, OutputStream target)
      throws NightjarException, IOException {
    CardList primary =
        new CardList()
            .put("SIMPLE", true, "FITS 4.0")
            .put("BITPIX", 8, "")
            .put("NAXIS", 0, "no data here")
            .put("EXTEND", true, "tables follow")
            .history("Reports of Nightjar: measurements, detectors, findings");
    target.write(HduBytes.of(primary.all(), new byte[0]));
    Measured measured = new Measured(reports);
    TableExtension.write(measured.ofProducts(), target);
    TableExtension.write(measured.ofDetectors(), target);
    TableExtension.write(new Findings(reports).table(), target);
  }
}
