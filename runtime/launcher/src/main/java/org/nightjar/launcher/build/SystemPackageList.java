package org.nightjar.launcher.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Lists the packages that the system bundle exports: those of the jars on the class path whose
 * bundles must never be refreshed (natives, static state, logging). The version is the jar's.
 */
public final class SystemPackageList {
  private static final Pattern JAR =
      Pattern.compile(
          "(?:slf4j-api|api|onnxruntime-engine|onnxruntime(?:_gpu)?|snappy-java|zstd-jni)"
              + "-(\\d[\\d.]*)(?:-\\d+)?\\.jar");
  private static final Pattern EXPORTED =
      Pattern.compile(
          "(?:org\\.slf4j|ai\\.djl|ai\\.onnxruntime|org\\.xerial\\.snappy|com\\.github\\.luben)(?:\\..*)?");

  private SystemPackageList() {}

  /**
   * Writes the list.
   *
   * @param args the file to write
   */
  public static void main(String[] args) throws IOException {
    String classPath = System.getProperty("java.class.path");
    TreeSet<String> lines = new TreeSet<>();
    for (Path jar :
        Pattern.compile(File.pathSeparator).splitAsStream(classPath).map(Path::of).toList()) {
      Matcher name = JAR.matcher(jar.getFileName().toString());
      if (name.matches()) {
        packages(jar).forEach(p -> lines.add(p + ";version=\"" + name.group(1) + "\""));
      }
    }
    // Callers of slf4j 1.7 work with 2.0, but ask for [1.6,2): HikariCP, Pax Exam.
    lines.stream()
        .filter(line -> line.startsWith("org.slf4j"))
        .toList()
        .forEach(line -> lines.add(line.replaceFirst("\"2\\..*\"", "\"1.7.36\"")));
    if (lines.isEmpty()) {
      throw new IOException("no package to export was found on the class path " + classPath);
    }
    Path target = Path.of(args[0]);
    Files.createDirectories(target.getParent());
    Files.write(target, lines);
  }

  private static List<String> packages(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .flatMap(e -> packageOf(e.getName()))
          .filter(EXPORTED.asMatchPredicate())
          .distinct()
          .toList();
    }
  }

  private static Stream<String> packageOf(String entry) {
    int slash = entry.lastIndexOf('/');
    return entry.endsWith(".class") && slash > 0
        ? Stream.of(entry.substring(0, slash).replace('/', '.'))
        : Stream.empty();
  }
}
