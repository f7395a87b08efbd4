package org.nightjar.itests.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.nightjar.itests.runtime.echo.EchoActivator;

/**
 * The distribution's launcher, script and third-party bundles, with the platform replaced by one
 * small bundle.
 */
final class EchoSystem {
  private final Path home;

  private EchoSystem(Path home) {
    this.home = home;
  }

  static EchoSystem in(Path folder) throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path from = Distribution.home();
    Files.createDirectories(home.resolve("system/30"));
    Files.createDirectories(home.resolve("bin"));
    Files.copy(
        from.resolve("bin/nightjar"),
        home.resolve("bin/nightjar"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.createSymbolicLink(home.resolve("boot"), from.resolve("boot"));
    Files.createSymbolicLink(home.resolve("lib"), from.resolve("lib"));
    for (String level : new String[] {"system/1", "system/10", "system/20"}) {
      Files.createSymbolicLink(home.resolve(level), from.resolve(level));
    }
    writeBundle(home.resolve("system/30/echo.jar"));
    return new EchoSystem(home);
  }

  Path home() {
    return home;
  }

  Path script() {
    return home.resolve("bin/nightjar");
  }

  private static void writeBundle(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "echo");
    headers.putValue("Bundle-Activator", EchoActivator.class.getName());
    headers.putValue("Import-Package", "org.osgi.framework");
    headers.putValue(
        "DynamicImport-Package",
        "ai.djl.*, ai.onnxruntime, org.xerial.snappy, com.github.luben.zstd, org.slf4j");
    String entry = EchoActivator.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream content = EchoActivator.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new ZipEntry(entry));
      content.transferTo(out);
    }
  }
}
