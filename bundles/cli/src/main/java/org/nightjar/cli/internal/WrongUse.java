package org.nightjar.cli.internal;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class WrongUse {
  private static final int SUGGESTIONS = 3;

  private WrongUse() {}

  static Problem of(ParameterException e) {
    String see = "See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help.";
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> meant = unmatched.getSuggestions().stream().limit(SUGGESTIONS).toList();
      return problem(
          unmatched(unmatched),
          meant.isEmpty() ? see : "Did you mean " + String.join(" or ", meant) + "? " + see);
    }
    return problem(e.getMessage().replaceAll("\\R+", " "), see);
  }

  /** Refuses too few or too many positional arguments. */
  static void check(RegisteredCommand command, List<String> parameters) throws NightjarException {
    int least = command.spec().least();
    int most = command.spec().most();
    String see = "See nightjar " + command.spec().name() + " --help.";
    if (parameters.size() < least) {
      String missing = command.spec().parameters() + " is missing";
      String count = least == 1 ? "" : ": at least " + least + " are needed";
      throw new NightjarException(problem(missing + count, see));
    }
    if (parameters.size() > most) {
      throw new NightjarException(
          problem("one argument too many: '" + parameters.get(most) + "'", see));
    }
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().get(0);
    if (e.isUnknownOption()) {
      return "there is no option '" + first + "'";
    }
    return e.getCommandLine().getSubcommands().isEmpty()
        ? "one argument too many: '" + first + "'"
        : "there is no command '" + first + "'";
  }

  private static Problem problem(String message, String remedy) {
    return Problem.of(StandardError.BAD_ARGUMENT, message, "", remedy);
  }
}
