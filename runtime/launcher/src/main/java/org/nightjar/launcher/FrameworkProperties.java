package org.nightjar.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.Constants;

/** How the framework is set up. */
final class FrameworkProperties {
  private static final int LAST_LEVEL = 100;

  private FrameworkProperties() {}

  static Map<String, String> of(Home home, DataFolder data, Map<String, String> more)
      throws IOException {
    Map<String, String> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, data.bundleCache().toString());
    // A fresh cache costs a third of a second and can never be stale.
    properties.put(
        Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(LAST_LEVEL));
    // Two versions of a plugin run beside each other while one takes over from the other.
    properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SystemPackages.header());
    // Felix would log to standard output, which belongs to the command; its events are logged
    // instead.
    properties.put("felix.log.level", "0");
    properties.put("nightjar.home", home.directory().toString());
    properties.put("nightjar.data", data.directory().toString());
    properties.put("nightjar.start.millis", Long.toString(start()));
    properties.putAll(more);
    return properties;
  }

  /**
   * When the start script began, else when this JVM did; the system knows that to a second only.
   */
  private static long start() {
    return Long.getLong(
        "nightjar.start.millis", ManagementFactory.getRuntimeMXBean().getStartTime());
  }
}
