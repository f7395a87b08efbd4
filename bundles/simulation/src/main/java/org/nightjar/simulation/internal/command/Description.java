package org.nightjar.simulation.internal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.error.Problem;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.language.SkyReader;
import org.nightjar.simulation.internal.plan.SkyPlan;
import org.nightjar.simulation.internal.registry.InstalledModels;
import org.nightjar.yaml.ProblemList;

/** The description that a call names: its plan, or everything that is wrong with it. */
final class Description {
  private final InstalledModels installed;

  Description(InstalledModels installed) {
    this.installed = installed;
  }

  /** The plan; empty if there is something wrong, which has then been said. */
  Optional<SkyPlan> plan(CommandCall call) {
    Path file = call.path(call.parameters().get(0));
    ProblemList problems = new ProblemList(file);
    Optional<SkyPlan> plan =
        new SkyReader(installed.components(), installed.writers().keySet()).read(file, problems);
    if (plan.isEmpty()) {
      say(call, problems.inOrder());
    }
    return plan;
  }

  /** Says all problems: to the person, or as JSON lines. */
  static void say(CommandCall call, List<Problem> problems) {
    for (Problem problem : problems) {
      if (call.json()) {
        call.out()
            .println(
                JsonLine.write(
                    JsonLine.object()
                        .put("code", problem.code())
                        .put("problem", problem.message())
                        .put("place", problem.place())
                        .put("remedy", problem.remedy())));
      } else {
        call.err().println(problem);
      }
    }
    if (!call.json()) {
      call.err().println(problems.size() + (problems.size() == 1 ? " problem" : " problems"));
    }
  }
}
