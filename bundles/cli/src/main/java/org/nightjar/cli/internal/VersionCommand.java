package org.nightjar.cli.internal;

import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Component;

/** {@code nightjar version}. */
@Component(property = "nightjar.command.always:Boolean=true")
public final class VersionCommand implements Command {
  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "version",
        "Show the versions of Nightjar, the plugin API and Java",
        "",
        0,
        0,
        List.of(),
        "");
  }

  @Override
  public int run(CommandCall call) {
    Versions versions = Versions.read();
    if (call.json()) {
      call.out()
          .println(
              JsonLine.write(
                  JsonLine.object()
                      .put("nightjar", versions.product())
                      .put("pluginApi", versions.pluginApi())
                      .put("java", versions.java())));
    } else {
      versions.lines().forEach(call.out()::println);
    }
    return OK;
  }
}
