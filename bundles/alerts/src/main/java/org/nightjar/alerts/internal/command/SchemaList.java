package org.nightjar.alerts.internal.command;

import java.io.IOException;
import java.util.List;
import org.nightjar.alerts.internal.schema.KnownSchema;
import org.nightjar.alerts.internal.schema.SchemaShelf;
import org.nightjar.alerts.internal.schema.Schemas;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code alerts schema list}: the schemas that have a number. */
@Component(service = Command.class)
public final class SchemaList implements Command {
  private final Schemas schemas;

  /** Made by the component runtime. */
  @Activate
  public SchemaList(@Reference Schemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "alerts schema list",
        "list the schemas for alert packets in Confluent framing",
        "",
        0,
        0,
        List.of(),
        "Origins: added (by 'alerts schema add'), folder (alerts.schemaFolder of the"
            + " configuration), learned (from a container that carried it).");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    try {
      TextTable table = new TextTable("ID", "SCHEMA", "FINGERPRINT", "ORIGIN", "FILE");
      for (SchemaShelf.Entry entry : schemas.shelf().entries()) {
        KnownSchema known = schemas.numbered(entry.id(), entry.file().toString());
        String name = known.schema().getFullName();
        if (call.json()) {
          call.out()
              .println(
                  JsonLine.write(
                      JsonLine.object()
                          .put("id", entry.id())
                          .put("schema", name)
                          .put("fingerprint", known.fingerprintText())
                          .put("origin", entry.origin())
                          .put("file", entry.file().toString())));
        } else {
          table.row(entry.id(), name, known.fingerprintText(), entry.origin(), entry.file());
        }
      }
      if (!call.json()) {
        table.print(call.out());
      }
      return OK;
    } catch (IOException e) {
      throw new NightjarException(
          Problem.of(StandardError.UNREADABLE, e.toString(), "DATA/schemas", ""), e);
    }
  }
}
