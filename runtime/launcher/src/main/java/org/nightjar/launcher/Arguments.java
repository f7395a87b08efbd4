package org.nightjar.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line, with the launcher's own option taken out of it.
 *
 * @param data the data folder named by {@code --data}, which may stand anywhere before {@code --}
 * @param options values of {@code --config} and {@code --profile}: a system has to know them before
 *     it starts, and they stay in the command, because a server that runs already compares them
 *     with its own
 * @param command everything else, in order
 */
record Arguments(Optional<String> data, Map<String, String> options, List<String> command) {
  /** The option that names the configuration file. */
  static final String CONFIG = "--config";

  /** The option that names the observatory's profile. */
  static final String PROFILE = "--profile";

  private static final String DATA = "--data";
  private static final Set<String> KEPT = Set.of(CONFIG, PROFILE);

  Arguments {
    options = Map.copyOf(options);
    command = List.copyOf(command);
  }

  static Arguments parse(String... args) {
    Optional<String> data = Optional.empty();
    Map<String, String> options = new HashMap<>();
    List<String> command = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      String argument = args[i];
      if (argument.equals("--")) {
        command.addAll(List.of(args).subList(i, args.length));
        break;
      } else if (argument.equals(DATA)) {
        if (++i == args.length) {
          throw new LaunchException("--data needs a folder: --data DIR");
        }
        data = Optional.of(args[i]);
      } else if (argument.startsWith(DATA + "=")) {
        data = Optional.of(argument.substring(DATA.length() + 1));
      } else {
        command.add(argument);
        int equals = argument.indexOf('=');
        if (KEPT.contains(argument) && i + 1 < args.length) {
          options.put(argument, args[++i]);
          command.add(args[i]);
        } else if (equals > 0 && KEPT.contains(argument.substring(0, equals))) {
          options.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
      }
    }
    return new Arguments(data, options, command);
  }

  /** Whether this starts a server, which cannot be done on behalf of a caller by one that runs. */
  boolean startsServer() {
    for (int i = 0; i < command.size(); i++) {
      if (KEPT.contains(command.get(i))) {
        i++;
      } else if (!command.get(i).startsWith("-")) {
        return command.get(i).equals("run");
      }
    }
    return false;
  }
}
