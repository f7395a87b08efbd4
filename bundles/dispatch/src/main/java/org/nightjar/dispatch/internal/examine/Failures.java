package org.nightjar.dispatch.internal.examine;

import java.util.Arrays;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;

/** Says in words what plugin code threw; words do not hold on to the plugin's classes. */
final class Failures {
  private Failures() {}

  static Problem problem(Throwable thrown, Served served, String place) {
    if (thrown instanceof NightjarException known) {
      return known.problem().at(place);
    }
    if (thrown instanceof OutOfMemoryError) {
      return Problem.of(
          StandardError.OUT_OF_MEMORY,
          "task " + served.info().name() + " ran out of memory",
          place,
          "give the system a larger heap, or the task fewer threads; then redrive");
    }
    return Problem.of(
        StandardError.TASK_FAILED,
        describe(thrown) + frame(thrown, served.loader()),
        place,
        "tell the author of plugin " + served.plugin().id() + " " + served.plugin().version());
  }

  private static String describe(Throwable thrown) {
    String name = thrown.getClass().getName();
    try {
      String message = thrown.getMessage();
      return message == null ? name : name + ": " + message;
    } catch (RuntimeException e) {
      return name;
    }
  }

  private static String frame(Throwable thrown, ClassLoader loader) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> comesFrom(loader, frame.getClassName()))
        .findFirst()
        .map(frame -> " at " + frame)
        .orElse("");
  }

  private static boolean comesFrom(ClassLoader loader, String name) {
    try {
      return loader != null && Class.forName(name, false, loader).getClassLoader() == loader;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
