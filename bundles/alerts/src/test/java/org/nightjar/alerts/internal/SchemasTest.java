package org.nightjar.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.alerts.internal.command.AlertsShow;
import org.nightjar.alerts.internal.command.SchemaAdd;
import org.nightjar.alerts.internal.command.SchemaList;
import org.nightjar.alerts.internal.schema.SchemaFiles;
import org.nightjar.alerts.internal.schema.SchemaShelf;
import org.nightjar.alerts.internal.schema.Schemas;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.product.Product;

class SchemasTest {
  private static final String PART =
      """
      {"type":"record","namespace":"lsst.v8_0","name":"diaSource","fields":[
       {"name":"diaSourceId","type":"long"},{"name":"midpointMjdTai","type":"double"},
       {"name":"ra","type":"double"},{"name":"dec","type":"double"},
       {"name":"psfFlux","type":["null","float"]},{"name":"isNegative","type":["null","boolean"]},
       {"name":"band","type":["null","string"]}]}""";

  private static final String WHOLE =
      """
      {"type":"record","namespace":"lsst.v8_0","name":"alert","fields":[
       {"name":"diaSourceId","type":"long"},
       {"name":"diaSource","type":"lsst.v8_0.diaSource"}]}""";

  @TempDir Path folder;
  private Path data;
  private Path files;
  private Schemas schemas;

  @BeforeEach
  void writeFiles() throws Exception {
    data = folder.resolve("data/schemas");
    files = Files.createDirectories(folder.resolve("8/0"));
    Files.writeString(files.resolve("a-alert.avsc"), WHOLE);
    Files.writeString(files.resolve("z-source.avsc"), PART);
    schemas = new Schemas(new SchemaShelf(data, Optional.empty()));
  }

  private static byte[] packet(int id) {
    ByteBuffer doubles = ByteBuffer.allocate(24).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    doubles.putDouble(60000.5).putDouble(12.25).putDouble(-30.5);
    byte[] flux =
        ByteBuffer.allocate(4).order(java.nio.ByteOrder.LITTLE_ENDIAN).putFloat(1000).array();
    return RawContainer.framed(
        id,
        RawContainer.joined(
            RawContainer.numbers(77, 77),
            doubles.array(),
            RawContainer.numbers(1),
            flux,
            RawContainer.numbers(1),
            new byte[] {1},
            RawContainer.numbers(1, 1),
            new byte[] {'r'}));
  }

  private String run(Command command, List<String> parameters, Map<String, String> options)
      throws Exception {
    StringWriter out = new StringWriter();
    assertThat(command.run(new Call(folder, parameters, options, new PrintWriter(out))))
        .isEqualTo(Command.OK);
    return out.toString();
  }

  @Test
  void addedFilesAreJoinedAndServeTheirNumber() throws Exception {
    AlertReader reader = new AlertReader(schemas);
    byte[] packet = packet(800);
    assertThatThrownBy(() -> reader.scan(new BytesSource(packet), s -> {}))
        .hasMessageContaining("nightjar alerts schema add FILE... --id 800");
    List<String> both = List.of("8/0/a-alert.avsc", "8/0/z-source.avsc");
    assertThat(run(new SchemaAdd(schemas), both, Map.of()))
        .contains("Schema 800 is lsst.v8_0.alert");
    Reading reading = new Reading(schemas.shelf());
    // Rubin 8.0 as its description has it: no sample of it is at hand.
    try (Product product = reading.open(packet, reading.scan(packet).get(0))) {
      assertThat(product.facts().text("format")).contains("lsst 8.0");
      assertThat(product.facts().text("alertId")).contains("77");
      assertThat(product.facts().flag("positive")).contains(false);
      assertThat(product.facts().number("magnitude")).hasValue(31.4 - 2.5 * 3);
      assertThat(product.facts().text("observed")).contains("2023-02-25T11:59:23Z");
    }
    assertThat(run(new SchemaList(schemas), List.of(), Map.of()))
        .contains("800")
        .contains("lsst.v8_0.alert")
        .contains("added");
    // The other way round, and another number, for a registry that counts otherwise.
    run(
        new SchemaAdd(schemas),
        List.of("8/0/z-source.avsc", "8/0/a-alert.avsc"),
        Map.of("id", "7"));
    assertThat(reading.scan(packet(7))).hasSize(1);
  }

  @Test
  void anotherSchemaOfANumberIsNotReplacedUnasked() throws Exception {
    List<String> both = List.of("8/0/a-alert.avsc", "8/0/z-source.avsc");
    SchemaAdd add = new SchemaAdd(schemas);
    run(add, both, Map.of());
    run(add, both, Map.of());
    Files.writeString(files.resolve("z-source.avsc"), PART.replace("psfFlux", "apFlux"));
    assertThatThrownBy(() -> run(add, both, Map.of())).hasMessageContaining("CONFLICT");
    run(add, both, Map.of("replace", ""));
    assertThat(schemas.numbered(800, "").schema().toString()).contains("apFlux");
  }

  @Test
  void filesThatDoNotFitTogetherAreRefusedWithTheReason() throws Exception {
    SchemaAdd add = new SchemaAdd(schemas);
    assertThatThrownBy(() -> run(add, List.of("8/0/a-alert.avsc"), Map.of()))
        .hasMessageContaining("diaSource");
    assertThatThrownBy(() -> run(add, List.of("8/0/none.avsc"), Map.of()))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> run(add, List.of("8/0/z-source.avsc"), Map.of()))
        .hasMessageContaining("--id N");
    Files.writeString(files.resolve("x.avsc"), "{");
    assertThatThrownBy(() -> run(add, List.of("8/0/x.avsc"), Map.of()))
        .hasMessageContaining("not JSON");
  }

  @Test
  void aFolderOfVersionsIsFoundThroughTheSetting() throws Exception {
    // Rubin 11.0 differs from 10.0 in nullability alone; no sample of it is at hand.
    Path eleven = Files.createDirectories(folder.resolve("11/0"));
    Files.writeString(eleven.resolve("alert.avsc"), WHOLE.replace("v8_0", "v11_0"));
    Files.writeString(
        eleven.resolve("diaSource.avsc"),
        PART.replace("v8_0", "v11_0").replace("[\"null\",\"string\"]", "\"string\""));
    Reading reading = new Reading(new SchemaShelf(data, Optional.of(folder)));
    assertThat(reading.scan(packet(800))).hasSize(1);
    byte[] packet = packet(1100);
    byte[] tight =
        RawContainer.joined(
            java.util.Arrays.copyOf(packet, packet.length - 3), new byte[] {2, 'r'});
    try (Product product = reading.open(tight, reading.scan(tight).get(0))) {
      assertThat(product.facts().text("schemaVersion")).contains("11.0");
      assertThat(product.facts().text("band")).contains("r");
    }
  }

  @Test
  void aContainerTeachesItsNumberButReplacesNothing() throws Exception {
    Path lsst = SharedData.folder("transients/lsst");
    byte[] framed = Files.readAllBytes(lsst.resolve("7912941781254298.avro"));
    Reading reading = new Reading(new SchemaShelf(data, Optional.empty()));
    assertThatThrownBy(() -> reading.scan(framed)).hasMessageContaining("is not known");
    reading.scan(Files.readAllBytes(lsst.resolve("fakeAlert_v9_0.avro")));
    assertThat(reading.scan(framed)).hasSize(1);
    assertThat(new Reading(new SchemaShelf(data, Optional.empty())).scan(framed)).hasSize(1);
    assertThat(data.resolve("learned/900.avsc")).exists();
  }

  @Test
  void theSurveysOwnFilesAreJoined() throws Exception {
    Path schema = SharedData.folder("transients/schema");
    for (String version : List.of("lsst_v7_4", "lsst_v9_0", "lsst_v10_0", "ztf_v4.02")) {
      try (Stream<Path> all = Files.list(schema.resolve(version))) {
        Schema joined = SchemaFiles.join(all.toList());
        assertThat(joined.getName()).isEqualTo("alert");
        assertThat(new Schema.Parser().parse(joined.toString())).isEqualTo(joined);
      }
    }
  }

  @Test
  void showListsTranslatedOrRawFields() throws Exception {
    Path file = SharedData.folder("transients").resolve("ztf_v4/2695378462115010012.avro");
    AlertsShow show = new AlertsShow(new AlertReader(schemas));
    assertThat(run(show, List.of(file.toString()), Map.of()))
        .containsPattern("positive +false")
        .containsPattern("stamps.science +fits, gzip");
    assertThat(run(show, List.of(file.toString()), Map.of("raw", "")))
        .containsPattern("candidate.isdiffpos +f")
        .containsPattern("candidate.ssdistnr +-999")
        .contains("fp_hists[0]");
    assertThat(run(show, List.of(file.toString()), Map.of("json", ""))).startsWith("{");
  }

  /** A use of a command. */
  private record Call(
      Path directory, List<String> parameters, Map<String, String> given, PrintWriter out)
      implements CommandCall {
    @Override
    public Optional<String> option(String name) {
      return Optional.ofNullable(given.get(name));
    }

    @Override
    public List<String> options(String name) {
      return option(name).stream().toList();
    }

    @Override
    public boolean flag(String name) {
      return given.containsKey(name);
    }

    @Override
    public PrintWriter err() {
      return out;
    }

    @Override
    public void progress(long done, long total, String doing) {
      // Nobody watches.
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
