package org.nightjar.tables.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.reader.CellType;
import org.nightjar.api.reader.TableField;
import org.nightjar.api.reader.TableFile;
import org.nightjar.api.reader.TableFileWriter;
import org.nightjar.api.reader.TableLayout;
import org.nightjar.api.reader.TableRows;

class StreamedTablesTest {
  private static final int ROWS = 5003;
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final TableLayout LAYOUT =
      new TableLayout(
          "sky",
          List.of(
              new TableField("id", CellType.WHOLE, 1, "", "meta.id", "number"),
              new TableField("z", CellType.REAL, 1, "deg2", "src.redshift", "a 'quoted': text"),
              new TableField("s", CellType.SINGLE, 1, "", "", ""),
              new TableField("c", CellType.REAL, 2, "", "", "")),
          Map.of("SIMSEED", "42"));

  @TempDir Path folder;

  private static TableRows rows(int from, int count) {
    long[] id = new long[count];
    double[] z = new double[count];
    float[] s = new float[count];
    double[] c = new double[2 * count];
    for (int i = 0; i < count; i++) {
      id[i] = from + i;
      z[i] = from + i == 1 ? Double.NaN : (from + i) / 8.0;
      s[i] = from + i == 2 ? Float.POSITIVE_INFINITY : 0.5f;
      c[2 * i + 1] = -1;
    }
    return new TableRows(count, List.of(id, z, s, c));
  }

  private Path written(TableFileWriter writer, String name, int chunk) throws Exception {
    Path file = folder.resolve(name);
    try (TableFile table = writer.create(file, LAYOUT)) {
      for (int at = 0; at < ROWS; at += chunk) {
        table.append(rows(at, Math.min(chunk, ROWS - at)));
      }
      table.finish();
    }
    return file;
  }

  @Test
  void csvHasTheHeaderOfEcsvAndOneLineForEachRow() throws Exception {
    List<String> lines = Files.readAllLines(written(new CsvTableWriter(), "a.csv", 100));
    assertThat(lines).contains("id,z,s,c_1,c_2", "0,0.0,0.5,0.0,-1.0", "1,nan,0.5,0.0,-1.0");
    assertThat(lines).contains("2,0.25,inf,0.0,-1.0").contains("# - {\"SIMSEED\":\"42\"}");
    assertThat(lines).filteredOn(line -> !line.startsWith("#")).hasSize(ROWS + 1);
  }

  @Test
  void astropyReadsTheCsvWithItsUnits() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(PYTHON) && python("import astropy.table, yaml") == 0, "no astropy");
    String program =
        """
        import sys
        from astropy.table import Table
        t = Table.read(sys.argv[1], format='ascii.ecsv')
        assert len(t) == 5003 and t.colnames == ['id', 'z', 's', 'c_1', 'c_2'], t
        assert str(t['z'].unit) == 'deg2' and t['z'].description == "a 'quoted': text"
        assert t['s'].dtype == 'float32' and t['id'].dtype == 'int64' and t.meta['SIMSEED'] == '42'
        """;
    assertThat(python(program, written(new CsvTableWriter(), "a.csv", 100).toString())).isZero();
  }

  private static int python(String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(PYTHON.toString(), "-c");
    builder.command().addAll(List.of(arguments));
    return builder.inheritIO().start().waitFor();
  }

  @Test
  void csvGoesOnAtTheMark() throws Exception {
    Path file = folder.resolve("b.csv");
    long mark;
    try (TableFile table = new CsvTableWriter().create(file, LAYOUT)) {
      table.append(rows(0, 1000));
      mark = table.mark().orElseThrow();
      table.append(rows(3000, 4000));
    }
    try (TableFile table = new CsvTableWriter().resume(file, LAYOUT, mark)) {
      table.append(rows(1000, ROWS - 1000));
      table.finish();
    }
    assertThat(file).hasSameBinaryContentAs(written(new CsvTableWriter(), "a.csv", 7));
    assertThatThrownBy(() -> new CsvTableWriter().resume(file, LAYOUT, 1 << 30))
        .hasMessageContaining("CORRUPT");
  }

  @Test
  void parquetHasTypesUnitsAndMetadata() throws Exception {
    Path file = written(new ParquetTableWriter(), "a.parquet", 100);
    ParquetMetadata metadata = ParquetReader.readMetadata(file.toFile());
    assertThat(metadata.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum())
        .isEqualTo(ROWS);
    assertThat(metadata.getFileMetaData().getKeyValueMetaData())
        .containsEntry("nightjar.simseed", "42")
        .hasEntrySatisfying("nightjar.columns", text -> assertThat(text).contains("deg2"));
    assertThat(metadata.getFileMetaData().getSchema().getFields())
        .extracting(Object::toString)
        .containsExactly(
            "required int64 id",
            "required double z",
            "required float s",
            "required double c_1",
            "required double c_2");
    assertThat(file).hasSameBinaryContentAs(written(new ParquetTableWriter(), "b.parquet", 999));
  }

  @Test
  void parquetCannotGoOn() throws Exception {
    try (TableFile table = new ParquetTableWriter().create(folder.resolve("c"), LAYOUT)) {
      table.append(rows(0, 10));
      assertThat(table.mark()).isEmpty();
    }
    assertThatThrownBy(() -> new ParquetTableWriter().resume(folder.resolve("c"), LAYOUT, 0))
        .hasMessageContaining("UNSUPPORTED");
  }
}
