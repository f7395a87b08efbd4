package org.nightjar.configuration.internal;

import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar config reload}. */
@Component(property = "nightjar.command.always:Boolean=true")
public final class ConfigReload implements Command {
  private final FileConfiguration configuration;

  /** Made by the component runtime. */
  @Activate
  public ConfigReload(@Reference FileConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "config reload",
        "Put the edited configuration file into force",
        "",
        0,
        0,
        List.of(),
        """
        Reads the file that the running server uses. Only components whose settings changed are
        restarted. If anything is wrong with the file, nothing changes and the exit status is 2.\
        """);
  }

  @Override
  public int run(CommandCall call) {
    CheckedFile found = configuration.reload();
    ProblemPrinter.print(found.problems(), call);
    if (found.problems().isEmpty() && !call.json()) {
      call.out().println(configuration.file() + " is in force");
    }
    return found.problems().isEmpty() ? OK : FAILED;
  }
}
