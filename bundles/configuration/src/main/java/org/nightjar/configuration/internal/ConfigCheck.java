package org.nightjar.configuration.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.configuration.internal.profile.ProfileFolders;
import org.nightjar.environment.Folders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar config check}. */
@Component(property = "nightjar.command.always:Boolean=true")
public final class ConfigCheck implements Command {
  private final FileConfiguration configuration;
  private final ProfileFolders profiles;

  /** Made by the component runtime. */
  @Activate
  public ConfigCheck(@Reference FileConfiguration configuration, @Reference Folders folders) {
    this.configuration = configuration;
    this.profiles = new ProfileFolders(folders);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "config check",
        "Say everything that is wrong with a configuration file",
        "[FILE]",
        0,
        1,
        List.of(),
        """
        Checks FILE, or the file in force, against the settings of all installed bundles, and every
        profile. Exit status: 0 nothing is wrong, 1 something is.\
        """);
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Path file =
        call.parameters().stream().findFirst().map(call::path).orElse(configuration.locate());
    if (!call.parameters().isEmpty() && !Files.exists(file)) {
      throw NightjarException.of(
          StandardError.NOT_FOUND, "there is no such file", file.toString(), "");
    }
    List<Problem> problems = new ArrayList<>(configuration.check(file).problems());
    profiles
        .files()
        .forEach((name, profile) -> problems.addAll(FileCheck.profile(name, profile, profiles)));
    List<Problem> distinct = problems.stream().distinct().toList();
    ProblemPrinter.print(distinct, call);
    if (distinct.isEmpty() && !call.json()) {
      call.out().println(file + (Files.exists(file) ? ": ok" : ": absent, the defaults hold"));
    }
    return distinct.isEmpty() ? OK : FOUND;
  }
}
