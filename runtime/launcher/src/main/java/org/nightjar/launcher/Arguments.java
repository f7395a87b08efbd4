package org.nightjar.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line, with the launcher's own option taken out of it.
 *
 * @param data the data folder named by {@code --data}, which may stand anywhere before {@code --}
 * @param config the configuration named by {@code --config}, which stays in the command: a server
 *     that runs already compares it with its own
 * @param command everything else, in order
 */
record Arguments(Optional<String> data, Optional<String> config, List<String> command) {
  private static final String DATA = "--data";
  private static final String CONFIG = "--config";

  static Arguments parse(String... args) {
    Optional<String> data = Optional.empty();
    Optional<String> config = Optional.empty();
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
        if (argument.equals(CONFIG) && i + 1 < args.length) {
          config = Optional.of(args[++i]);
          command.add(args[i]);
        } else if (argument.startsWith(CONFIG + "=")) {
          config = Optional.of(argument.substring(CONFIG.length() + 1));
        }
      }
    }
    return new Arguments(data, config, List.copyOf(command));
  }

  /** Whether this starts a server, which cannot be done on behalf of a caller by one that runs. */
  boolean startsServer() {
    for (int i = 0; i < command.size(); i++) {
      if (command.get(i).equals(CONFIG)) {
        i++;
      } else if (!command.get(i).startsWith("-")) {
        return command.get(i).equals("run");
      }
    }
    return false;
  }
}
