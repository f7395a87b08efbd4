package org.nightjar.itests.swap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Makes a bundle of a test package. */
public final class BundleJar {
  private final Manifest manifest = new Manifest();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** An empty bundle. */
  public BundleJar(String name, String version, String imports) {
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", name);
    headers.putValue("Bundle-Version", version);
    headers.putValue("Import-Package", imports);
  }

  /** Sets a header of the manifest. */
  public BundleJar header(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  /** Adds a text. */
  public BundleJar file(String name, String content) {
    entries.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds all classes of the package of a class. */
  public BundleJar packageOf(Class<?> type) throws IOException {
    String folder = type.getPackageName().replace('.', '/');
    Path classes = Path.of(URI.create(type.getResource("/" + folder).toString()));
    List<Path> files;
    try (Stream<Path> listed = Files.list(classes)) {
      files = listed.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    for (Path file : files) {
      try (InputStream bytes = Files.newInputStream(file)) {
        entries.put(folder + "/" + file.getFileName(), bytes.readAllBytes());
      }
    }
    return this;
  }

  /** Writes it. */
  public Path write(Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return jar;
  }
}
