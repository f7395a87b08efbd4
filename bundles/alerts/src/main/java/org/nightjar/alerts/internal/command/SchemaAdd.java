package org.nightjar.alerts.internal.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.nightjar.alerts.internal.schema.SchemaFiles;
import org.nightjar.alerts.internal.schema.SchemaIds;
import org.nightjar.alerts.internal.schema.Schemas;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code alerts schema add}: gives a number its schema. */
@Component(service = Command.class)
public final class SchemaAdd implements Command {
  private final Schemas schemas;

  /** Made by the component runtime. */
  @Activate
  public SchemaAdd(@Reference Schemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "alerts schema add",
        "add a schema for alert packets in Confluent framing",
        "FILE...",
        1,
        256,
        List.of(
            OptionSpec.value(
                "id", "N", "its number in the framing; needed where the schema does not tell it"),
            OptionSpec.flag("replace", "in place of another schema of that number")),
        "Give all files of one version together; they are joined to one schema, which is kept in"
            + " DATA/schemas/N.avsc. Rubin's tell their number: lsst.v9_0 is 900.\n"
            + "Example: nightjar alerts schema add schema/9/0/*.avsc");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    List<Path> files = call.parameters().stream().map(call::path).toList();
    try {
      Schema schema = SchemaFiles.join(files);
      int id = number(call.option("id"), schema);
      Optional<Path> there = schemas.shelf().added(id);
      if (there.isPresent() && !call.flag("replace") && !same(there.get(), schema)) {
        throw NightjarException.of(
            StandardError.CONFLICT,
            "there is another schema " + id,
            there.get().toString(),
            "Give another --id, or --replace");
      }
      Path target = schemas.shelf().add(id, schema);
      schemas.forget(id);
      if (call.json()) {
        call.out()
            .println(
                JsonLine.write(
                    JsonLine.object()
                        .put("id", id)
                        .put("schema", schema.getFullName())
                        .put("file", target.toString())));
      } else {
        call.out().println("Schema " + id + " is " + schema.getFullName() + " (" + target + ")");
        call.out().println("Quarantined packets: nightjar ledger redrive");
      }
      return OK;
    } catch (NoSuchFileException e) {
      throw NightjarException.of(
          StandardError.NOT_FOUND, "there is no such file", e.getFile(), "Check the path");
    } catch (IOException e) {
      throw new NightjarException(
          Problem.of(StandardError.UNREADABLE, e.toString(), files.get(0).toString(), ""), e);
    }
  }

  private static boolean same(Path file, Schema schema) throws NightjarException, IOException {
    return SchemaNormalization.parsingFingerprint64(SchemaFiles.join(List.of(file)))
        == SchemaNormalization.parsingFingerprint64(schema);
  }

  private static int number(Optional<String> given, Schema schema) throws NightjarException {
    if (given.isPresent()) {
      String text = given.get().strip();
      if (!text.matches("\\d{1,9}")) {
        throw NightjarException.of(
            StandardError.BAD_ARGUMENT, "'" + text + "' is not a number", "--id", "");
      }
      return Integer.parseInt(text);
    }
    OptionalInt own = SchemaIds.of(schema);
    return own.orElseThrow(
        () ->
            NightjarException.of(
                StandardError.BAD_ARGUMENT,
                schema.getFullName() + " does not tell its number",
                "",
                "Give it with --id N"));
  }
}
