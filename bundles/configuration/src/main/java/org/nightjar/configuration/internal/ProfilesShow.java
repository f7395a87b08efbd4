package org.nightjar.configuration.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.configuration.internal.profile.ProfileFile;
import org.nightjar.configuration.internal.profile.ProfileFolders;
import org.nightjar.configuration.internal.profile.ProfileTree;
import org.nightjar.environment.Folders;
import org.nightjar.json.JsonLine;
import org.nightjar.yaml.Suggestion;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar profiles show}. */
@Component(property = "nightjar.command.always:Boolean=true")
public final class ProfilesShow implements Command {
  private final ProfileFolders profiles;
  private final JsonMapper mapper = new JsonMapper();

  /** Made by the component runtime. */
  @Activate
  public ProfilesShow(@Reference Folders folders) {
    this.profiles = new ProfileFolders(folders);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "profiles show",
        "show a profile with everything it takes over from the one it extends",
        "NAME",
        1,
        1,
        List.of(),
        """
        What is printed is a profile file itself. With --json: the same as one object on one line.\
        """);
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    String name = call.parameters().get(0);
    Path file =
        profiles
            .file(name)
            .orElseThrow(
                () ->
                    NightjarException.of(
                        StandardError.NOT_FOUND,
                        "there is no profile '" + name + "'",
                        "",
                        Suggestion.remedy(name, profiles.names())));
    ProfileFile.Read read = ProfileFile.read(name, file, profiles);
    if (read.profile().isEmpty()) {
      throw new NightjarException(read.problems().get(0));
    }
    Map<String, Object> tree = ProfileTree.of(read.profile().get());
    if (call.json()) {
      call.out().println(JsonLine.write(mapper.valueToTree(tree)));
    } else {
      call.out().println("# " + file);
      print(call.out(), "", tree);
    }
    return OK;
  }

  /** Maps as indented keys; all else as JSON, which is YAML too. */
  private void print(PrintWriter out, String indent, Map<?, ?> tree) {
    tree.forEach(
        (key, value) -> {
          String name = indent + mapper.valueToTree(key.toString());
          if (key.toString().matches("[A-Za-z][A-Za-z0-9_-]*")) {
            name = indent + key;
          }
          if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.println(name + ":");
            print(out, indent + "  ", map);
          } else {
            JsonNode json = mapper.valueToTree(value);
            out.println(name + ": " + json);
          }
        });
  }
}
