package org.nightjar.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The packages of the launcher's class path that bundles see, through the system bundle; listed
 * when Nightjar is built.
 */
final class SystemPackages {
  /** One {@code package;version="v"} in each line. */
  static final String RESOURCE = "system-packages.txt";

  private SystemPackages() {}

  /** In the form of the framework property {@code org.osgi.framework.system.packages.extra}. */
  static String header() throws IOException {
    try (InputStream list = SystemPackages.class.getResourceAsStream(RESOURCE)) {
      if (list == null) {
        throw new IOException("the launcher was built without its list of packages, " + RESOURCE);
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.joining(","));
    }
  }
}
