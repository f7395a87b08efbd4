package org.nightjar.cli.internal;

import java.util.List;
import org.nightjar.api.error.Problem;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ProblemJson;

/**
 * Shows why a command could not run: text for people on {@code err}; for programs a last line
 * {@code {"problem":{..}}} on {@code out}, so that it comes in order after what was answered.
 */
final class Complaint {
  private final Console console;
  private final boolean json;

  Complaint(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  void show(List<Problem> problems) {
    problems.forEach(this::show);
  }

  void show(Problem problem) {
    if (json) {
      console
          .out()
          .println(JsonLine.write(JsonLine.object().set("problem", ProblemJson.write(problem))));
    } else {
      String place = problem.place().isEmpty() ? "" : " (" + problem.place() + ")";
      console.err().println("nightjar: " + problem.code() + " " + problem.message() + place);
      problem.remedy().lines().forEach(line -> console.err().println("  " + line));
    }
  }
}
