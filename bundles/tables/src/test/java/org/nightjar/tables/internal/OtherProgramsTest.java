package org.nightjar.tables.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What other programs read in our Parquet files: a test for each program that is here. */
class OtherProgramsTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Map<String, String> PROGRAMS =
      new TreeMap<>(
          Map.of(
              "pyarrow",
              """
              import sys, pyarrow.parquet as pq
              for r in pq.read_table(sys.argv[1]).to_pylist():
                  print(r["night"], r["part"], r["imaging_seeing"], r["imaging_background"])
              """,
              "duckdb",
              """
              import sys, duckdb
              names = "night, part, imaging_seeing, imaging_background"
              for r in duckdb.sql("select %s from '%s'" % (names, sys.argv[1])).fetchall():
                  print(*r)
              """));

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> readWhatWasWritten() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, String> program : PROGRAMS.entrySet()) {
      if (Files.isExecutable(PYTHON) && run("import " + program.getKey(), "").exit() == 0) {
        tests.add(DynamicTest.dynamicTest(program.getKey(), () -> reads(program.getValue())));
      }
    }
    return tests;
  }

  private void reads(String script) throws Exception {
    Path file = folder.resolve("reports.parquet");
    try (OutputStream out = Files.newOutputStream(file)) {
      new ParquetMeasurements(Samples.products())
          .write(
              Samples.reports(),
              attachment -> {
                throw new IOException("no attachments here");
              },
              out);
    }
    assertThat(run(script, file.toString()).said().lines())
        .containsExactly(
            "2026-11-20 None 1.25 None",
            "2026-11-20 S1 None 101.5",
            "2026-11-20 S2 None None",
            "2026-11-20 None None None");
  }

  private record Answer(int exit, String said) {}

  private static Answer run(String script, String argument) throws Exception {
    Process process =
        new ProcessBuilder(PYTHON.toString(), "-c", script, argument)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), said);
  }
}
