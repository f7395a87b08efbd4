package org.nightjar.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line, with the launcher's own option taken out of it.
 *
 * @param data the data folder named by {@code --data}, which may stand anywhere before {@code --}
 * @param command everything else, in order
 */
record Arguments(Optional<String> data, List<String> command) {
  private static final String DATA = "--data";

  static Arguments parse(String... args) {
    Optional<String> data = Optional.empty();
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
      }
    }
    return new Arguments(data, List.copyOf(command));
  }

  /** Whether this starts a server, which cannot be done on behalf of a caller by one that runs. */
  boolean startsServer() {
    return command.stream()
        .filter(a -> !a.startsWith("-"))
        .findFirst()
        .filter("run"::equals)
        .isPresent();
  }
}
