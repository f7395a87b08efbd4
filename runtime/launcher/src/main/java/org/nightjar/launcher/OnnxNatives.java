package org.nightjar.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks the native libraries of ONNX Runtime once per version. Left alone it would unpack them at
 * every start and leave them behind when the process is killed.
 */
final class OnnxNatives {
  private static final String ENTRIES = "ai/onnxruntime/native/";

  private final Path folder;

  /** Natives below the given folder, one sub-folder per version. */
  OnnxNatives(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder of the libraries for this platform, or nothing where the jar is not there or has
   * none for it.
   */
  Optional<Path> unpack(Path boot) throws IOException {
    if (!Files.isDirectory(boot)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(boot, "onnxruntime{,_gpu}-[0-9]*.jar")) {
      for (Path jar : jars) {
        return unpackJar(jar);
      }
    }
    return Optional.empty();
  }

  private Optional<Path> unpackJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> libraries =
          zip.stream().filter(OnnxNatives::isForThisPlatform).toList();
      if (libraries.isEmpty()) {
        return Optional.empty();
      }
      Path target = folder.resolve("onnxruntime-" + checksum(libraries));
      if (!Files.isDirectory(target)) {
        Path partial = folder.resolve(target.getFileName() + ".partial");
        delete(partial);
        Files.createDirectories(partial);
        for (ZipEntry library : libraries) {
          try (InputStream in = zip.getInputStream(library)) {
            Files.copy(in, partial.resolve(Path.of(library.getName()).getFileName().toString()));
          }
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      }
      deleteOthers(target);
      return Optional.of(target);
    }
  }

  /**
   * From the checksums the archive already holds: reading 50 MB at every start would cost more than
   * all the rest.
   */
  private static String checksum(List<? extends ZipEntry> libraries) {
    long sum = 17;
    for (ZipEntry library : libraries) {
      sum =
          sum * 1_000_003
              + (library.getCrc() ^ library.getSize() << 32)
              + library.getName().hashCode();
    }
    return String.format(Locale.ROOT, "%016x", sum);
  }

  private static boolean isForThisPlatform(ZipEntry entry) {
    String prefix = ENTRIES + platform() + "/";
    return entry.getName().startsWith(prefix)
        && !entry.isDirectory()
        && entry.getName().indexOf('/', prefix.length()) < 0;
  }

  /** The platform in ONNX Runtime's own words. */
  private static String platform() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = name.contains("mac") ? "osx" : name.contains("win") ? "win" : "linux";
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return system + "-" + (processor.startsWith("aarch64") ? "aarch64" : "x64");
  }

  private void deleteOthers(Path keep) throws IOException {
    try (DirectoryStream<Path> versions = Files.newDirectoryStream(folder, "onnxruntime-*")) {
      for (Path version : versions) {
        if (!version.equals(keep)) {
          delete(version);
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
