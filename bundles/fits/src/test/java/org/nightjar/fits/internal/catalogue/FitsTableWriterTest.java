package org.nightjar.fits.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.TablePart;
import org.nightjar.api.reader.CellType;
import org.nightjar.api.reader.TableField;
import org.nightjar.api.reader.TableFile;
import org.nightjar.api.reader.TableLayout;
import org.nightjar.api.reader.TableRows;
import org.nightjar.fits.internal.Astropy;
import org.nightjar.fits.internal.Reading;

class FitsTableWriterTest {
  private static final int ROWS = 10_007;
  private static final TableLayout LAYOUT =
      new TableLayout(
          "sky",
          List.of(
              new TableField("id", CellType.WHOLE, 1, "", "meta.id", "number"),
              new TableField("z", CellType.REAL, 1, "", "src.redshift", "redshift"),
              new TableField("size", CellType.SINGLE, 1, "arcsec", "", ""),
              new TableField("c", CellType.REAL, 3, "mag", "", "three of them")),
          Map.of("SIMCONF", "a long text, 'quoted', of more than one card: " + "x".repeat(200)));

  private static final String ASTROPY =
      """
      import sys, warnings
      warnings.simplefilter('error')
      from astropy.io import fits
      import numpy as np
      with fits.open(sys.argv[1], checksum=True) as f:
          f.verify('exception')
          t = f['sky']
          n = np.arange(int(sys.argv[2]))
          assert (t.data['id'] == n).all()
          assert (t.data['z'] == n / 8).all()
          assert (t.data['size'] == n.astype('f4') / 4).all() and t.data['size'].dtype == '>f4'
          assert (t.data['c'] == n[:, None] + [0, 0.25, 0.5]).all()
          assert [c.unit for c in t.columns] == [None, None, 'arcsec', 'mag']
          assert t.header['TUCD2'] == 'src.redshift' and t.header['SIMCONF'].endswith('x' * 200)
      """;

  @TempDir Path folder;

  private static TableRows rows(int from, int count) {
    long[] id = new long[count];
    double[] z = new double[count];
    float[] size = new float[count];
    double[] c = new double[3 * count];
    for (int i = 0; i < count; i++) {
      id[i] = from + i;
      z[i] = (from + i) / 8.0;
      size[i] = (from + i) / 4f;
      for (int j = 0; j < 3; j++) {
        c[3 * i + j] = from + i + 0.25 * j;
      }
    }
    return new TableRows(count, List.of(id, z, size, c));
  }

  private static void fill(TableFile table, int from, int to, int chunk) throws Exception {
    for (int at = from; at < to; at += chunk) {
      table.append(rows(at, Math.min(chunk, to - at)));
    }
  }

  private Path written(String name, int rows, int chunk) throws Exception {
    Path file = folder.resolve(name);
    try (TableFile table = new FitsTableWriter().create(file, LAYOUT)) {
      fill(table, 0, rows, chunk);
      table.finish();
    }
    return file;
  }

  @Test
  void astropyReadsIt() throws Exception {
    Astropy.run(folder, ASTROPY, written("a.fits", ROWS, 1000), ROWS);
  }

  @Test
  void astropyReadsAnEmptyOne() throws Exception {
    Astropy.run(folder, ASTROPY, written("a.fits", 0, 1), 0);
  }

  @Test
  void ourReaderReadsIt() throws Exception {
    try (Reading reading = new Reading(folder);
        Product product = reading.open(written("a.fits", ROWS, 512))) {
      assertThat(product.parts())
          .filteredOn(TablePart.class::isInstance)
          .extracting(part -> part.info().name() + " " + ((TablePart) part).rows())
          .containsExactly("sky " + ROWS);
    }
  }

  @Test
  void chunksMakeNoDifference() throws Exception {
    assertThat(written("a.fits", ROWS, 1)).hasSameBinaryContentAs(written("b.fits", ROWS, 9999));
  }

  @Test
  void whatWasBrokenOffGoesOnAtTheMark() throws Exception {
    List<Long> marks = new ArrayList<>();
    Path file = folder.resolve("a.fits");
    try (TableFile table = new FitsTableWriter().create(file, LAYOUT)) {
      fill(table, 0, 3001, 1000);
      marks.add(table.mark().orElseThrow());
      fill(table, 5000, 6000, 100);
    }
    assertThat(marks).containsExactly(3001L);
    try (TableFile table = new FitsTableWriter().resume(file, LAYOUT, 3001)) {
      fill(table, 3001, ROWS, 777);
      table.finish();
    }
    assertThat(file).hasSameBinaryContentAs(written("b.fits", ROWS, 1000));
  }

  @Test
  void aFileThatLostItsRowsIsNotContinued() throws Exception {
    Path file = written("a.fits", 10, 10);
    assertThatThrownBy(() -> new FitsTableWriter().resume(file, LAYOUT, 5000))
        .hasMessageContaining("CORRUPT")
        .hasMessageContaining("a.fits");
    assertThat(Files.size(file)).isPositive();
  }

  @Test
  void moreColumnsThanFitsHasAreRefused() {
    List<TableField> many = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      many.add(new TableField("c" + i, CellType.REAL, 1, "", "", ""));
    }
    TableLayout wide = new TableLayout("wide", many, Map.of());
    assertThatThrownBy(() -> new FitsTableWriter().create(folder.resolve("w.fits"), wide))
        .hasMessageContaining("TOO_LARGE");
  }
}
