package org.nightjar.configuration.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.profile.Profile;
import org.nightjar.configuration.internal.profile.ProfileFile;
import org.nightjar.configuration.internal.profile.ProfileFolders;
import org.nightjar.environment.Folders;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar profiles list}. */
@Component(property = "nightjar.command.always:Boolean=true")
public final class ProfilesList implements Command {
  private final ProfileFolders profiles;

  /** Made by the component runtime. */
  @Activate
  public ProfilesList(@Reference Folders folders) {
    this.profiles = new ProfileFolders(folders);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "profiles list",
        "list the profiles of observatories and what each is meant for",
        "",
        0,
        0,
        List.of(),
        """
        With --json: {"profile","description","recognises":{KEYWORD:[VALUE...]},"file","problems"},
        one line per profile.\
        """);
  }

  @Override
  public int run(CommandCall call) {
    TextTable table = new TextTable("profile", "recognises", "description");
    profiles
        .files()
        .forEach(
            (name, file) -> {
              ProfileFile.Read read = ProfileFile.read(name, file, profiles);
              if (call.json()) {
                var line = JsonLine.object().put("profile", name);
                line.put("description", read.description());
                var recognises = line.putObject("recognises");
                read.profile()
                    .map(Profile::recognise)
                    .orElse(Map.of())
                    .forEach(
                        (keyword, values) -> values.forEach(recognises.withArray(keyword)::add));
                line.put("file", file.toString());
                line.put("problems", read.problems().size());
                call.out().println(JsonLine.write(line));
              } else {
                table.row(name, recognises(read), read.description());
              }
            });
    if (!call.json()) {
      table.print(call.out());
    }
    return OK;
  }

  private static String recognises(ProfileFile.Read read) {
    return read.profile()
        .map(
            profile ->
                profile.recognise().entrySet().stream()
                    .map(each -> each.getKey() + " " + String.join("|", each.getValue()))
                    .collect(Collectors.joining(", ")))
        .orElse("broken: 'nightjar config check' says why");
  }
}
