package org.nightjar.environment.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says why bundles that should run do not. */
final class MissingBundles {
  private final BundleContext context;

  MissingBundles(BundleContext context) {
    this.context = context;
  }

  /** One chain per bundle that should be active and is not; innermost cause last. */
  List<String> explain() {
    int level =
        context
            .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
            .adapt(FrameworkStartLevel.class)
            .getStartLevel();
    return Arrays.stream(context.getBundles())
        .filter(bundle -> shouldRun(bundle, level))
        .map(bundle -> explain(bundle, new HashSet<>()))
        .toList();
  }

  private static boolean shouldRun(Bundle bundle, int level) {
    BundleStartLevel start = bundle.adapt(BundleStartLevel.class);
    return bundle.getBundleId() != 0
        && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING | Bundle.STOPPING)) == 0
        && start != null
        && start.isPersistentlyStarted()
        && start.getStartLevel() <= level;
  }

  private String explain(Bundle bundle, Set<Bundle> seen) {
    String name = "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion();
    if (bundle.getState() == Bundle.RESOLVED) {
      return name + " did not start: its activator failed, see the log";
    }
    seen.add(bundle);
    List<String> causes = new ArrayList<>();
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
      String cause = cause(requirement, seen);
      if (!cause.isEmpty()) {
        causes.add(cause);
      }
    }
    return name
        + " is not resolved"
        + (causes.isEmpty() ? ": conflicting wirings, see the log" : " <- " + causes.get(0));
  }

  private String cause(BundleRequirement requirement, Set<Bundle> seen) {
    boolean mandatory =
        !"optional".equals(requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE))
            && !"active".equals(requirement.getDirectives().get(Constants.EFFECTIVE_DIRECTIVE));
    if (!mandatory) {
      return "";
    }
    List<Bundle> providers =
        Arrays.stream(context.getBundles()).filter(other -> provides(other, requirement)).toList();
    if (providers.isEmpty()) {
      String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
      return "nothing provides " + requirement.getNamespace() + (filter == null ? "" : filter);
    }
    boolean resolved = providers.stream().anyMatch(other -> other.getState() != Bundle.INSTALLED);
    return resolved || seen.contains(providers.get(0)) ? "" : explain(providers.get(0), seen);
  }

  private static boolean provides(Bundle bundle, BundleRequirement requirement) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (revision == null) {
      return false;
    }
    List<BundleCapability> capabilities =
        revision.getDeclaredCapabilities(requirement.getNamespace());
    return capabilities.stream().anyMatch(requirement::matches);
  }
}
