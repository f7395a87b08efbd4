package org.nightjar.fits.internal.bintable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.reader.MaskWriter;
import org.nightjar.fits.internal.Astropy;
import org.nightjar.fits.internal.write.FitsMaskWriter;

class TableExtensionTest {
  private static final int ROWS = 1237;

  @TempDir Path folder;

  /** Every seventh cell of a column is undefined, beginning with the column's number. */
  private static Object unless(int row, int column, Object value) {
    return row % 7 == column ? null : value;
  }

  private static TableContent<Integer> everyType() {
    List<TableColumn<Integer>> columns =
        List.of(
            TableColumn.of("flag", CellType.LOGICAL, "a flag", i -> unless(i, 0, i % 2 == 0)),
            TableColumn.of("small", CellType.INT, "", i -> unless(i, 1, -i)),
            TableColumn.of("big", CellType.LONG, "", i -> unless(i, 2, i * 10_000_000_000L)),
            new TableColumn<>("single", CellType.FLOAT, "adu", "", i -> unless(i, 3, i / 8f)),
            new TableColumn<>("real", CellType.DOUBLE, "deg", "", i -> unless(i, 4, i / 7.0)),
            TableColumn.of("word", CellType.TEXT, "", i -> unless(i, 5, "w" + i)),
            TableColumn.of("nothing", CellType.TEXT, "", i -> null));
    return new TableContent<>(
        "ALL",
        columns,
        taker -> {
          for (int i = 0; i < ROWS; i++) {
            taker.take(i);
          }
        });
  }

  private Path write(TableContent<?> table) throws Exception {
    MaskWriter empty = new FitsMaskWriter();
    Path file = folder.resolve("table.fits");
    try (OutputStream target = Files.newOutputStream(file)) {
      target.write(empty.file(List.of()));
      TableExtension.write(table, target);
    }
    return file;
  }

  @Test
  void astropyReadsEveryTypeAndWhatIsUndefined() throws Exception {
    Astropy.run(
        folder,
        """
        import sys, warnings
        warnings.simplefilter('error')
        from astropy.io import fits
        from astropy.table import Table
        import numpy as np
        with fits.open(sys.argv[1], checksum=True) as f:
            f.verify('exception')
            h, d = f['ALL'].header, f['ALL'].data
            assert 'CHECKSUM' in h and len(d) == 1237
            assert [c.format for c in d.columns] == ['L', 'J', 'K', 'E', 'D', '5A', 'A'], d.columns
            assert h['TUNIT5'] == 'deg' and 'TUNIT6' not in h and h['TCOMM1'] == 'a flag'
        t = Table.read(sys.argv[1], hdu='ALL')
        i = np.arange(1237)
        def same(name, column, want):
            known = i % 7 != column
            got = t[name]
            mask = getattr(got, 'mask', np.zeros(1237, bool))
            assert np.array_equal(np.asarray(got)[known], want[known]), name
            assert not np.any(np.asarray(mask)[known]), name
        same('small', 1, -i)
        assert np.all(t['small'].mask == (i % 7 == 1))
        same('big', 2, i * 10_000_000_000)
        assert np.all(t['big'].mask == (i % 7 == 2))
        same('single', 3, (i / 8).astype('f4'))
        assert np.all(np.isnan(d['single']) == (i % 7 == 3))
        same('real', 4, i / 7.0)
        assert np.all(np.isnan(d['real']) == (i % 7 == 4))
        same('flag', 0, i % 2 == 0)
        assert list(d['word']) == ['' if n % 7 == 5 else 'w%d' % n for n in i]
        assert set(d['nothing']) == {''}
        """,
        write(everyType()));
  }

  @Test
  void aTableWithoutRowsIsATable() throws Exception {
    Path file = write(new TableContent<>("NONE", everyType().columns(), taker -> {}));
    assertThat(Files.size(file) % 2880).isZero();
    Astropy.run(
        folder,
        """
        import sys, warnings
        warnings.simplefilter('error')
        from astropy.io import fits
        with fits.open(sys.argv[1], checksum=True) as f:
            f.verify('exception')
            assert len(f['NONE'].data) == 0 and len(f['NONE'].columns) == 7
        """,
        file);
  }

  @Test
  void longTextsAreCutAndSaySo() {
    assertThat(RowEncoder.text("x".repeat(2000))).isEqualTo("x".repeat(2000));
    assertThat(RowEncoder.text("x".repeat(2001))).isEqualTo("x".repeat(1997) + "...");
    assertThat(RowEncoder.text("na\u00efve\n\u03bb")).isEqualTo("naive ?");
  }

  @Test
  void moreColumnsThanFitsHasAreRefused() {
    TableColumn<Integer> column = TableColumn.of("a", CellType.INT, "", i -> i);
    TableContent<Integer> wide =
        new TableContent<>("WIDE", Collections.nCopies(1000, column), taker -> {});
    assertThatThrownBy(() -> TableExtension.write(wide, new ByteArrayOutputStream()))
        .hasMessageContaining("TOO_LARGE")
        .hasMessageContaining("1000 columns");
  }
}
