package org.nightjar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the native libraries of ONNX Runtime lie, in the words of ONNX Runtime. They lie unpacked
 * in the distribution: left alone it would unpack them at every start into the temporary folder,
 * which may not allow execution, and leave them there when the process is killed.
 */
final class OnnxNatives {
  /** Names another core: its file, or a folder that holds all libraries. */
  static final String VARIABLE = "NIGHTJAR_ONNXRUNTIME";

  private static final String PREFIX = "onnxruntime.native.";
  private static final String FOLDER = PREFIX + "path";
  private static final String CORE = PREFIX + "onnxruntime.path";
  private static final String GLUE = "onnxruntime4j_jni";

  private final Path own;

  /**
   * Libraries of a distribution.
   *
   * @param lib its folder, with a folder for each platform
   */
  OnnxNatives(Path lib) {
    this.own = lib.resolve(platform());
  }

  /**
   * The system properties that name them; none where the distribution has none for this platform,
   * which leaves it to ONNX Runtime to find some.
   *
   * @param core what the operator names instead, as {@link #VARIABLE} has it
   */
  Map<String, String> properties(Optional<String> core) throws IOException {
    if (core.isPresent()) {
      Path other = Path.of(core.get()).toAbsolutePath().normalize();
      if (Files.isDirectory(other)) {
        return Map.of(FOLDER, other.toString());
      }
      if (Files.isRegularFile(other)) {
        return Map.of(
            CORE,
            other.toString(),
            PREFIX + GLUE + ".path",
            own.resolve(System.mapLibraryName(GLUE)).toString());
      }
      throw new LaunchException(
          VARIABLE
              + " names "
              + other
              + ", which is not there: name the file of a core, or a folder with all libraries of"
              + " ONNX Runtime");
    }
    // The real place: it has to last as long as the process, whatever becomes of links to it.
    return Files.isDirectory(own) ? Map.of(FOLDER, own.toRealPath().toString()) : Map.of();
  }

  /** Whether somebody has named them already, such as on the command line of Java. */
  static boolean areNamed() {
    return System.getProperty(FOLDER) != null || System.getProperty(CORE) != null;
  }

  /** The platform in ONNX Runtime's own words. */
  static String platform() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = name.contains("mac") ? "osx" : name.contains("win") ? "win" : "linux";
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return system + "-" + (processor.startsWith("aarch64") ? "aarch64" : "x64");
  }
}
