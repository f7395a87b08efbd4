package org.nightjar.itests.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * ONNX Runtime lies taken apart in the distribution, and every part is its makers' own. Not with
 * CUDA, of which {@link CudaDistributionTest} speaks.
 */
class NativesTest {
  private static final String NATIVES = "ai/onnxruntime/native/";

  @Test
  void librariesAreThoseOfThePublishedJar() throws Exception {
    Map<String, Long> published = checksums(published());
    Map<String, Long> shipped = new HashMap<>();
    Path folder = Distribution.home().resolve("lib/onnxruntime");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        shipped.put(NATIVES + folder.relativize(file), checksum(file));
      }
    }
    assertThat(published).containsAllEntriesOf(shipped);
    for (String platform : List.of("linux-x64", "linux-aarch64")) {
      assertThat(shipped)
          .containsKeys(
              NATIVES + platform + "/libonnxruntime.so",
              NATIVES + platform + "/libonnxruntime4j_jni.so");
    }
  }

  @Test
  void classesAreThoseOfThePublishedJarAndNothingElseIs() throws Exception {
    Map<String, Long> published = checksums(published());
    published.keySet().removeIf(name -> name.startsWith(NATIVES) || name.startsWith("META-INF/"));
    try (Stream<Path> boot = Files.list(Distribution.home().resolve("boot"))) {
      Path jar =
          boot.filter(file -> file.getFileName().toString().matches("onnxruntime-\\d.*\\.jar"))
              .findFirst()
              .orElseThrow();
      Map<String, Long> shipped = checksums(jar);
      shipped.keySet().removeIf(name -> name.startsWith("META-INF/"));
      assertThat(shipped).isEqualTo(published).hasSizeGreaterThan(50);
    }
  }

  /** The jar from Maven Central, which is on this test's class path. */
  private static Path published() throws Exception {
    return Path.of(
        Class.forName("ai.onnxruntime.OrtEnvironment", false, NativesTest.class.getClassLoader())
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toURI());
  }

  private static Map<String, Long> checksums(Path jar) throws IOException {
    Map<String, Long> checksums = new HashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
    }
    return checksums;
  }

  private static long checksum(Path file) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(Files.readAllBytes(file));
    return sum.getValue();
  }
}
