package org.nightjar.fits.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.profile.MaskBits;
import org.nightjar.api.reader.MaskPlane;
import org.nightjar.api.reader.MaskWriter;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.ModelUse;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.fits.internal.Astropy;
import org.nightjar.fits.internal.write.FitsMaskWriter;

class MaskFilesTest {
  private static final String LONG = "a-name-" + "of-many-letters-".repeat(7) + "it's.fits.fz";

  private static final String COMMON =
      """
      import sys, warnings
      warnings.simplefilter('error')
      from astropy.io import fits
      import numpy as np
      with fits.open(sys.argv[1], checksum=True) as f:
          f.verify('exception')
          h = f[0].header
          assert 'CHECKSUM' in h and h['DATASUM'] == '0', repr(h)
          assert h['EXTEND'] is True and f[0].data is None
          assert [x.name for x in f[1:]] == ['S1_DQ', 'S2_DQ'], f.info()
          y, x = np.mgrid[0:60, 0:50]
          for n, m in enumerate(f[1:]):
              assert np.array_equal(m.data, np.where((x + y) % 7 == n, 32, 0)), m.name
              assert m.header['MP_STREAK'] == 5
      """;

  private final MaskFiles writer = new MaskFiles();

  @TempDir Path folder;

  private static byte[] attached() throws Exception {
    FitsMaskWriter masks = new FitsMaskWriter();
    return masks.file(List.of(plane(masks, "S1", 0), plane(masks, "S2", 1)));
  }

  private static byte[] plane(FitsMaskWriter masks, String part, int rest) throws Exception {
    return masks.plane(
        new MaskPlane(
            part,
            50,
            60,
            MaskBits.OWN,
            (y, row) -> {
              for (int x = 0; x < row.length; x++) {
                row[x] = (x + y) % 7 == rest ? 32 : 0;
              }
            }));
  }

  private static Report.Builder masked() {
    return Report.builder()
        .attach(new Attachment(MaskWriter.FILE_NAME, MaskWriter.MEDIA_TYPE, "00".repeat(32), 2880));
  }

  private static Finding sure(double probability) {
    Finding plain = Finding.of("ghost", "round");
    return new Finding(
        plain.what(),
        plain.pixels(),
        plain.shape(),
        plain.sky(),
        OptionalDouble.of(probability),
        plain.evidence());
  }

  private byte[] write(FiledReport report, byte[] mask) throws Exception {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    writer.write(List.of(report), attachment -> new ByteArrayInputStream(mask), target);
    return target.toByteArray();
  }

  private void check(FiledReport report, String program) throws Exception {
    Path file = Files.write(folder.resolve("side.dq.fits"), write(report, attached()));
    Astropy.run(folder, COMMON + program.indent(4), file, LONG);
  }

  @Test
  void astropyReadsTheWholeVerdict() throws Exception {
    Report report =
        masked()
            .because(Verdict.JUNK, "seeing of 9\u2033 is more than 5, d\u00e9focus\u00e9")
            .because(Verdict.QUESTIONABLE, "a reason " + "that is long ".repeat(12))
            .measure("score", 0.125, "")
            .find(sure(0.25))
            .find(sure(0.75))
            .build();
    FiledReport filed =
        Filed.of(
            LONG,
            "imaging",
            report,
            new ModelUse("one", "1.0", "01".repeat(32), "float32"),
            new ModelUse("two", "2.0", "02".repeat(32), "int8"));
    check(
        filed,
        """
        assert h['DQVERD'] == 'junk' and h['DQABST'] is False
        assert h['DQSCORE'] == 0.125 and h['DQPROB'] == 0.75
        assert h['DQTASK'] == 'imaging' and h['DQVERS'] == '1.0.0'
        assert h['DQMODEL'] == '01' * 32 + ',' + '02' * 32, h['DQMODEL']
        assert h['DQCONF'] == 'cd' * 32 and h['DQRUNID'] == 'ab' * 32
        assert h['DQDATE'] == '2026-11-21T03:04:05' and h['DQNIGHT'] == '2026-11-20'
        assert h['DQPROD'] == sys.argv[2], h['DQPROD']
        assert h['DQPRSHA'].startswith(h['DQPRODID']) and len(h['DQPRSHA']) == 64
        history = ''.join(h['HISTORY'])
        assert 'task imaging of plugin org.nightjar.imaging 1.0.0: junk' in history, history
        assert 'defocuse' in history and 'that is long that is long' in history, history
        assert 'model two 2.0, int8' in history, history
        """);
  }

  @Test
  void keywordsWithoutAValueAreLeftOut() throws Exception {
    check(
        Filed.of("a.fits", "imaging", masked().because(Verdict.ABSTAIN, "no pixels").build()),
        """
        assert h['DQVERD'] == 'abstain' and h['DQABST'] is True
        for k in ('DQSCORE', 'DQPROB', 'DQMODEL'):
            assert k not in h, k
        """);
  }

  @Test
  void theExtensionsAreCopiedByteForByte() throws Exception {
    byte[] mask = attached();
    byte[] side = write(Filed.of("a.fits", "imaging", masked().build()), mask);
    int extensions = mask.length - 2880;
    assertThat(Arrays.copyOfRange(side, side.length - extensions, side.length))
        .isEqualTo(Arrays.copyOfRange(mask, 2880, mask.length));
    assertThat((side.length - extensions) % 2880).isZero();
  }

  @Test
  void reportsWithoutAMaskHaveNothingToWrite() {
    assertThat(writer.writes(Filed.of("a.fits", "imaging", Report.builder().build()))).isFalse();
    assertThat(writer.writes(Filed.of("a.fits", "imaging", masked().build()))).isTrue();
  }

  @Test
  void whatIsNoMaskIsRefused() throws Exception {
    FiledReport report = Filed.of("a.fits", "imaging", masked().build());
    byte[] mask = attached();
    assertThatThrownBy(() -> write(report, "hello".getBytes(StandardCharsets.US_ASCII)))
        .hasMessageContaining("CONTRACT_BROKEN")
        .hasMessageContaining("no FITS file");
    assertThatThrownBy(() -> write(report, Arrays.copyOf(mask, mask.length - 1)))
        .hasMessageContaining("whole block");
    byte[] image = mask.clone();
    image[2 * 80 + 29] = '2';
    assertThatThrownBy(() -> write(report, image)).hasMessageContaining("in its primary HDU");
  }
}
