package org.nightjar.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Finds the service that understands the command line, {@code (nightjar.role=command-line)}: a
 * {@link ToIntFunction} from arguments to exit status. When it does not appear, says why: what did
 * not start, and what {@code (nightjar.role=diagnosis)}, a {@link Supplier} of text, knows of
 * unsatisfied components.
 */
final class CommandLine {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PATIENCE_AFTER_PROBLEMS = Duration.ofSeconds(3);

  private final BundleContext context;
  private final StartProblems problems;

  CommandLine(BundleContext context, StartProblems problems) {
    this.context = context;
    this.problems = problems;
  }

  @SuppressWarnings("unchecked") // the role says what the function takes
  int run(List<String> args) {
    ServiceTracker<Object, Object> tracker =
        new ServiceTracker<>(context, filter(ToIntFunction.class, "command-line"), null);
    tracker.open();
    try {
      Duration patience = problems.seen().isEmpty() ? PATIENCE : PATIENCE_AFTER_PROBLEMS;
      Object service = tracker.waitForService(patience.toMillis());
      if (service == null) {
        throw new LaunchException("No command line appeared in the system.\n" + diagnosis());
      }
      return ((ToIntFunction<String[]>) service).applyAsInt(args.toArray(String[]::new));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("Interrupted while waiting for the command line", e);
    } finally {
      tracker.close();
    }
  }

  private String diagnosis() {
    List<String> lines = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      boolean fragment =
          (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
      if (!fragment && bundle.getState() != Bundle.ACTIVE) {
        lines.add("not active: " + bundle.getSymbolicName() + " " + bundle.getVersion());
      }
    }
    problems.seen().forEach(problem -> lines.add("problem: " + problem));
    try {
      for (ServiceReference<?> reference :
          context.getServiceReferences(Supplier.class, "(" + RunningSystem.ROLE + "=diagnosis)")) {
        String.valueOf(((Supplier<?>) context.getService(reference)).get())
            .lines()
            .forEach(lines::add);
        context.ungetService(reference);
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
    return lines.isEmpty()
        ? "Every bundle is active: is the bundle of the command line installed?"
        : String.join("\n", lines);
  }

  private static Filter filter(Class<?> type, String role) {
    try {
      return org.osgi.framework.FrameworkUtil.createFilter(
          "(&(objectClass=%s)(%s=%s))".formatted(type.getName(), RunningSystem.ROLE, role));
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
