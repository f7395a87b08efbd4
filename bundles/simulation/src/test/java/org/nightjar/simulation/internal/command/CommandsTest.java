package org.nightjar.simulation.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.BuiltIn;
import org.nightjar.simulation.internal.registry.InstalledModels;
import org.nightjar.testkit.TestCall;

class CommandsTest {
  @TempDir Path folder;

  private final InstalledModels models = BuiltIn.models();

  @BeforeEach
  void example() throws Exception {
    Files.copy(Path.of("examples/stars.yaml"), folder.resolve("stars.yaml"));
  }

  private TestCall run(Command command, int status, String... words) throws Exception {
    TestCall call = TestCall.in(folder, words);
    assertThat(command.run(call)).as(call.said()).isEqualTo(status);
    return call;
  }

  @Test
  void aDryRunShowsThePlanAndWritesNothing() throws Exception {
    TestCall call = run(new Simulate(models), Command.OK, "stars.yaml", "--dry-run");
    assertThat(call.printed())
        .contains("table stars:", "before selection", "sky.uniform-cap", "stars.ra [deg]")
        .contains("stars/absolute", "memory for the rows");
    assertThat(folder).isDirectoryNotContaining("glob:**.fits");
    TestCall json = run(new Simulate(models), Command.OK, "stars.yaml", "--dry-run", "--json");
    assertThat(JsonLine.read(json.printed(), "out").at("/tables/1/steps").size()).isEqualTo(7);
  }

  @Test
  void theExampleRunsAndAnyObjectIsMadeAgain() throws Exception {
    run(new Simulate(models), Command.OK, "stars.yaml", "-o=out", "--threads=2", "--chunk=100");
    List<String> lines =
        Files.readAllLines(folder.resolve("out/stars.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(lines.get(0)).isEqualTo("id,ra,dec,magnitude,parallax");
    assertThat(lines).hasSizeGreaterThan(5000);
    String[] cells = lines.get(777).split(",", -1);
    TestCall again =
        run(new SimulateRegenerate(models), Command.OK, "stars.yaml", "stars", cells[0], "--json");
    var json = JsonLine.read(again.printed(), "out");
    assertThat(json.path("magnitude").asText()).isEqualTo(cells[3]);
    assertThat(json.path("ra").asText()).isEqualTo(cells[1]);
    List<String> ids = lines.stream().map(line -> line.split(",", -1)[0]).toList();
    int missing = 0;
    while (ids.contains(Integer.toString(missing))) {
      missing++;
    }
    TestCall gone =
        run(
            new SimulateRegenerate(models),
            Command.FOUND,
            "stars.yaml",
            "stars",
            Integer.toString(missing));
    assertThat(gone.said()).contains("was not selected");
  }

  @Test
  void whatIsWrongEndsBeforeWorkStarts() throws Exception {
    Files.writeString(folder.resolve("bad.yaml"), "seed: x\ntables: {t: {rows: 3, colums: {}}}");
    TestCall call = run(new Simulate(models), Command.FAILED, "bad.yaml", "-o=out");
    assertThat(call.said()).contains("bad.yaml:1", "bad.yaml:2", "'columns'", "2 problems");
    assertThat(folder.resolve("out")).doesNotExist();
    TestCall json = run(new Simulate(models), Command.FAILED, "bad.yaml", "-o=out", "--json");
    assertThat(json.lines()).hasSize(2).allMatch(line -> line.contains("\"remedy\""));
    run(new Simulate(models), Command.FAILED, "none.yaml", "-o=out");
    assertThatThrownBy(() -> run(new Simulate(models), 0, "stars.yaml"))
        .hasMessageContaining("-o DIR");
    assertThatThrownBy(() -> run(new Simulate(models), 0, "stars.yaml", "-o=o", "--threads=0"))
        .hasMessageContaining("--threads cannot be '0'");
    assertThatThrownBy(() -> run(new SimulateRegenerate(models), 0, "stars.yaml", "stars", "x"))
        .hasMessageContaining("ID cannot be 'x'");
    assertThatThrownBy(() -> run(new SimulateRegenerate(models), 0, "stars.yaml", "star", "1"))
        .hasMessageContaining("stars, photometry");
  }

  @Test
  void componentsAreListedAndExplained() throws Exception {
    assertThat(run(new SimulateComponents(models), Command.OK).printed())
        .contains("random.normal", "sky.uniform-cap", "rows ");
    assertThat(run(new SimulateComponents(models), Command.OK, "random.normal").printed())
        .contains("standard deviation", "Marsaglia");
    assertThat(run(new SimulateComponents(models), Command.OK, "--json").lines())
        .hasSize(models.components().size());
    assertThatThrownBy(() -> run(new SimulateComponents(models), 0, "x"))
        .hasMessageContaining("random.normal");
  }

  @Test
  void theSchemaKnowsTheComponentsAndTheirParameters() throws Exception {
    var schema = JsonLine.read(run(new SimulateSchema(models), Command.OK).printed(), "out");
    var normal = schema.at("/$defs/column/properties/random.normal");
    assertThat(normal.at("/required").toString()).isEqualTo("[\"mean\",\"sigma\"]");
    assertThat(normal.at("/additionalProperties").asBoolean(true)).isFalse();
    assertThat(schema.at("/$defs/rows/properties").has("rows.field")).isTrue();
    assertThat(schema.at("/properties/output/properties/formats/items/enum").toString())
        .isEqualTo("[\"csv\",\"fits\",\"parquet\"]");
  }

  @Test
  void anImportIsPrintedOrRefused() throws Exception {
    Files.writeString(
        folder.resolve("skypy.yml"),
        "tables: {t: {a: !numpy.random.normal {loc: 1, scale: 2, size: 10}}}\n");
    assertThat(run(new SimulateImport(), Command.OK, "skypy.yml", "--seed=5").printed())
        .contains("seed: 5\n", "random.normal");
    Files.writeString(folder.resolve("bad.yml"), "tables: {t: {a: !os.getpid []}}\n");
    assertThat(run(new SimulateImport(), Command.FAILED, "bad.yml").said())
        .contains("!os.getpid", "bad.yml:1");
  }
}
