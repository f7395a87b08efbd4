package org.nightjar.configuration.internal;

import java.io.PrintWriter;
import java.util.List;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.error.Problem;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ProblemJson;

/** Shows what is wrong with a file. */
final class ProblemPrinter {
  private ProblemPrinter() {}

  static void print(List<Problem> problems, CommandCall call) {
    for (Problem problem : problems) {
      if (call.json()) {
        call.out()
            .println(JsonLine.write(JsonLine.object().set("problem", ProblemJson.write(problem))));
      } else {
        text(problem, call.out());
      }
    }
  }

  private static void text(Problem problem, PrintWriter out) {
    out.println(problem.place() + ": " + problem.message());
    if (!problem.remedy().isEmpty()) {
      out.println("  " + problem.remedy());
    }
  }
}
