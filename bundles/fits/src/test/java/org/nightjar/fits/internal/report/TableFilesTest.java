package org.nightjar.fits.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TablePart;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Shape;
import org.nightjar.api.report.SkyCircle;
import org.nightjar.api.report.Verdict;
import org.nightjar.fits.internal.Astropy;
import org.nightjar.fits.internal.Reading;

class TableFilesTest {
  private static final String ASTROPY =
      """
      import sys, warnings
      warnings.simplefilter('error')
      from astropy.io import fits
      from astropy.table import Table
      import numpy as np
      with fits.open(sys.argv[1], checksum=True) as f:
          f.verify('exception')
          assert [h.name for h in f] == ['PRIMARY', 'MEASUREMENTS', 'DETECTORS', 'FINDINGS']
          assert all('CHECKSUM' in h.header and 'DATASUM' in h.header for h in f)
          m, d, n = (h.data for h in f[1:])
          units = {c.name: c.unit for c in m.columns}
          assert units['imaging_seeing'] == 'arcsec', units
          assert list(m['name']) == ['a.fits', 'b.fits'] and list(m['verdict']) == ['junk', 'ok']
          assert list(m['reasons']) == ['one; two of "them"', '']
          assert list(m['task']) == ['imaging', 'braai'] and list(m['night']) == ['2026-11-20'] * 2
          assert m['imaging_seeing'][0] == 1.25 and np.isnan(m['imaging_seeing'][1])
          assert m['braai_score'][1] == 0.75 and np.isnan(m['braai_score'][0])
          assert not any('background' in c for c in m.names), m.names
          assert list(d['detector']) == ['S1', 'S1', 'S2'] and list(d['amplifier']) == ['', 'A', '']
          assert list(d['imaging_background'][[0, 1]]) == [101.5, 99.25]
          assert d['imaging_background_electron'][2] == 102
          assert np.isnan(d['imaging_seeing']).all()
          assert list(n['what']) == ['streak', 'ghost'] and list(n['part']) == ['S1', '']
          assert list(n['shape']) == ['line', ''] and list(n['evidence']) == ['straight', 'round']
          box = [n[c][0] for c in ('x0', 'y0', 'x1', 'y1')]
          assert box == [1, 2, 30, 40], box
          ends = [n['line_' + c][0] for c in ('x0', 'y0', 'x1', 'y1', 'width')]
          assert ends == [1, 2, 29, 39.5, 3], ends
          sky = [n[c][1] for c in ('ra', 'dec', 'radius')]
          assert sky == [10.5, -20.25, 0.1], sky
          assert np.isnan(n['line_x0'][1]) and np.isnan(n['ra'][0]) and np.isnan(n['probability'][0])
      t = Table.read(sys.argv[1], hdu='FINDINGS')
      assert list(t['x0'].mask) == [False, True] and str(t['ra'].unit) == 'deg'
      """;

  @TempDir Path folder;

  private static List<FiledReport> reports() {
    Report exposure =
        Report.builder()
            .because(Verdict.JUNK, "one")
            .because(Verdict.QUESTIONABLE, "two of \"them\"")
            .measure("seeing", 1.25, "arcsec")
            .measure("S1/background", 101.5, "adu")
            .measure("S1/seeing", Double.NaN, "arcsec")
            .measure("S1/A/background", 99.25, "adu")
            .measure("S2/background", 102, "electron")
            .find(
                Finding.at(new PixelBox("S1", Region.of(1, 2, 30, 40)), "streak", "straight")
                    .withShape(new Shape.Line(1, 2, 29, 39.5, 3)))
            .find(Finding.of("ghost", "round").withSky(new SkyCircle(10.5, -20.25, 0.1)))
            .build();
    return List.of(
        Filed.of("a.fits", "imaging", exposure),
        Filed.of("b.fits", "braai", Report.builder().measure("score", 0.75, "").build()));
  }

  private Path write(List<FiledReport> reports) throws Exception {
    Path file = folder.resolve("reports.fits");
    try (OutputStream target = Files.newOutputStream(file)) {
      new TableFiles().write(reports, attachment -> null, target);
    }
    return file;
  }

  @Test
  void astropyReadsAllThreeTables() throws Exception {
    Astropy.run(folder, ASTROPY, write(reports()));
  }

  @Test
  void ourReaderReadsThem() throws Exception {
    try (Reading reading = new Reading(folder);
        Product product = reading.open(write(reports()))) {
      assertThat(product.parts())
          .filteredOn(TablePart.class::isInstance)
          .extracting(part -> part.info().name() + " " + ((TablePart) part).rows())
          .containsExactly("MEASUREMENTS 2", "DETECTORS 3", "FINDINGS 2");
    }
  }

  @Test
  void moreQuantitiesThanColumnsAreRefused() {
    Report.Builder wide = Report.builder();
    for (int i = 0; i < 995; i++) {
      wide.measure("m" + i, i, "");
    }
    List<FiledReport> reports = List.of(Filed.of("a.fits", "imaging", wide.build()));
    assertThatThrownBy(
            () -> new TableFiles().write(reports, attachment -> null, new ByteArrayOutputStream()))
        .hasMessageContaining("TOO_LARGE")
        .hasMessageContaining("--task");
  }
}
