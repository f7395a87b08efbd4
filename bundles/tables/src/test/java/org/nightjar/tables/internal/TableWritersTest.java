package org.nightjar.tables.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Kind;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.json.JsonLine;

class TableWritersTest {
  @TempDir Path folder;

  @Test
  void measurementsComeBackAsTheyWereOneRowForEachDetector() throws Exception {
    List<Map<String, Object>> rows =
        read(write(new ParquetMeasurements(Samples.products()), Samples.reports()));
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0))
        .containsEntry("instrument", "DECam")
        .containsEntry("band", "r")
        .containsEntry("night", (int) Samples.NIGHT.toEpochDay())
        .containsEntry("observed", 1795230245123456L)
        .containsEntry("verdict", "questionable")
        .containsEntry("reasons", "bright, \"very\"; =1+1")
        .containsEntry("imaging_seeing", 1.25)
        .containsEntry("part", null);
    assertThat(rows.get(1))
        .containsEntry("part", "S1")
        .containsEntry("detector", "S1")
        .containsEntry("imaging_background", 101.5)
        .containsEntry("imaging_background_electron", null)
        .containsEntry("imaging_seeing", null);
    assertThat(rows.get(2))
        .containsEntry("part", "S2")
        .containsEntry("imaging_background_electron", 102.0);
    assertThat(rows.get(3)).containsEntry("braai_score", 0.75).containsEntry("instrument", null);
  }

  @Test
  void unitsAndMeaningsAreInTheFile() throws Exception {
    Path file = write(new ParquetMeasurements(Samples.products()), Samples.reports());
    ParquetMetadata metadata = ParquetReader.readMetadata(file.toFile());
    JsonNode columns =
        JsonLine.read(
            metadata.getFileMetaData().getKeyValueMetaData().get(ParquetFormat.COLUMNS), "file");
    assertThat(columns.at("/imaging_seeing/unit").asText()).isEqualTo("arcsec");
    assertThat(columns.at("/imaging_seeing/ucd").asText()).isEqualTo("instr.obsty.seeing");
    assertThat(columns.at("/imaging_background_electron/unit").asText()).isEqualTo("electron");
    assertThat(columns.at("/observed/description").asText()).contains("UTC");
    assertThat(metadata.getBlocks().get(0).getColumns())
        .allMatch(column -> column.getCodec() == CompressionCodecName.ZSTD);
  }

  @Test
  void findingsAreRowsWithTheirPlaces() throws Exception {
    List<Map<String, Object>> rows =
        read(write(new ParquetFindings(Samples.products()), Samples.reports()));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .containsEntry("what", "streak")
        .containsEntry("part", "S1")
        .containsEntry("x1", 30L)
        .containsEntry("shape", "line")
        .containsEntry("line_y1", 39.5)
        .containsEntry("ra", null);
    assertThat(rows.get(1)).containsEntry("ra", 10.5).containsEntry("x0", null);
  }

  @Test
  void aTableWithoutARowIsATable() throws Exception {
    List<FiledReport> none =
        List.of(Samples.filed("c", "imaging", Kind.EXPOSURE, Report.builder().build()));
    Path file = write(new ParquetFindings(Samples.products()), none);
    assertThat(ParquetReader.readMetadata(file.toFile()).getFileMetaData().getSchema().getFields())
        .hasSizeGreaterThan(20);
    assertThat(read(write(new ParquetMeasurements(Samples.products()), none))).hasSize(1);
  }

  @Test
  void csvQuotesWhatNeedsItAndGivesSpreadsheetsNoFormulas() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvMeasurements(Samples.products()).write(Samples.reports(), TableWritersTest::none, out);
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("report,product,uri,").contains(",imaging_seeing,");
    assertThat(lines.get(1)).contains(",\"bright, \"\"very\"\"; =1+1\",", ",1.25,");
    Report formula = Report.builder().because(Verdict.JUNK, "=cmd()").build();
    out.reset();
    new CsvMeasurements(Samples.products())
        .write(
            List.of(Samples.filed("d", "imaging", Kind.EXPOSURE, formula)),
            TableWritersTest::none,
            out);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(",'=cmd(),");
  }

  @Test
  void absurdlyManyMeasurementsAreRefused() {
    Report.Builder report = Report.builder();
    for (int i = 0; i < 2001; i++) {
      report.measure("m" + i, i, "");
    }
    assertThatThrownBy(
            () ->
                write(
                    new ParquetMeasurements(Samples.products()),
                    List.of(Samples.filed("e", "imaging", Kind.EXPOSURE, report.build()))))
        .hasMessageContaining("TOO_LARGE");
  }

  private Path write(ReportWriter writer, List<FiledReport> reports) throws Exception {
    Path file = folder.resolve("reports" + writer.suffix());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writer.write(reports, TableWritersTest::none, out);
      out.flush();
    }
    return file;
  }

  private static InputStream none(Attachment attachment) throws IOException {
    throw new IOException("no attachments here");
  }

  private static List<Map<String, Object>> read(Path file) throws IOException {
    try (Stream<Map<String, Object>> rows =
        ParquetReader.streamContent(file.toFile(), new ByName())) {
      return new ArrayList<>(rows.toList());
    }
  }

  private static final class ByName
      implements Hydrator<Map<String, Object>, Map<String, Object>, String[]> {
    @Override
    public Map<String, Object> start() {
      return new HashMap<>();
    }

    @Override
    public Map<String, Object> add(Map<String, Object> row, String[] heading, Object value) {
      row.put(heading[0], value);
      return row;
    }

    @Override
    public Map<String, Object> finish(Map<String, Object> row) {
      return row;
    }
  }
}
