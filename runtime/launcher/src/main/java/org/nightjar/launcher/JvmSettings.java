package org.nightjar.launcher;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of libraries that are read once, when their first class loads, and so have to stand
 * before the framework starts. A value given on the command line of Java stays.
 */
final class JvmSettings {
  private JvmSettings() {}

  static void apply(Home home, DataFolder data) throws IOException {
    if (!OnnxNatives.areNamed()) {
      Optional<String> core = Optional.ofNullable(System.getenv(OnnxNatives.VARIABLE));
      new OnnxNatives(home.natives()).properties(core).forEach(System::setProperty);
    }
    Map.of(
            LogConfiguration.FOLDER,
            data.logs().toString(),
            "DJL_CACHE_DIR",
            data.cache().resolve("djl").toString(),
            "vertx.cacheDirBase",
            data.scratch().resolve("vertx").toString(),
            // DJL would otherwise fetch engines and count its users over the network.
            "ai.djl.offline",
            "true",
            "OPT_OUT_TRACKING",
            "true",
            // DJL would otherwise look for a second engine to do what ONNX Runtime cannot.
            "ai.djl.onnx.disable_alternative",
            "true",
            // Nothing here asks for names all day: Java's own resolver does, without a hundred
            // classes.
            "vertx.disableDnsResolver",
            "true",
            "java.awt.headless",
            "true")
        .forEach(JvmSettings::setIfAbsent);
  }

  private static void setIfAbsent(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }

  /** For the program alone: a test that starts several systems keeps its own temporary folder. */
  static void useScratchFolder(DataFolder data) {
    System.setProperty("java.io.tmpdir", data.scratch().toString());
  }
}
