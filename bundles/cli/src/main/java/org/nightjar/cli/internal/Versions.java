package org.nightjar.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;
import org.nightjar.api.command.Command;

/**
 * What runs here.
 *
 * @param product version of Nightjar
 * @param pluginApi version of the contract with plugins
 * @param java version and vendor of the JVM
 */
record Versions(String product, String pluginApi, String java) {
  static Versions read() {
    return new Versions(
        version(Versions.class),
        version(Command.class),
        System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"));
  }

  List<String> lines() {
    return List.of("nightjar " + product, "plugin-api " + pluginApi, "java " + java);
  }

  /** The version in the manifest of the bundle that holds a class. */
  private static String version(Class<?> type) {
    String path = '/' + type.getName().replace('.', '/') + ".class";
    String itself = String.valueOf(type.getResource(path));
    String root = itself.substring(0, Math.max(0, itself.length() - path.length()));
    try {
      Optional<Manifest> manifest = manifest(root + "/META-INF/MANIFEST.MF");
      return manifest
          .map(found -> found.getMainAttributes().getValue("Bundle-Version"))
          .orElse("unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Manifest> manifest(String address) throws IOException {
    try (InputStream in = new URL(address).openStream()) {
      return Optional.of(new Manifest(in));
    } catch (java.net.MalformedURLException | java.io.FileNotFoundException e) {
      return Optional.empty(); // not run from a bundle
    }
  }
}
