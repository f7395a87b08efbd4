package org.nightjar.itests.runtime;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nightjar.launcher.Main;
import org.ops4j.pax.exam.Option;

/** A framework with every third-party bundle of the distribution and none of ours. */
final class BareFramework {
  private BareFramework() {}

  static Option[] options() {
    return new Option[] {
      composite(thirdPartyBundles()),
      systemPackages(
          Stream.concat(launcherPackages(), Stream.of("org.assertj.core.api"))
              .toArray(String[]::new)),
      junitBundles(),
      cleanCaches(),
      frameworkStartLevel(100),
      systemTimeout(60_000)
    };
  }

  private static Option[] thirdPartyBundles() {
    List<Option> options = new ArrayList<>();
    for (Path level : Distribution.levels()) {
      int startLevel = Integer.parseInt(level.getFileName().toString());
      for (Path jar : Distribution.bundles(level)) {
        String name = jar.getFileName().toString();
        if (!name.startsWith("nightjar-") || name.startsWith("nightjar-wrapped-")) {
          options.add(bundle("reference:" + jar.toUri()).startLevel(startLevel));
        }
      }
    }
    return options.toArray(Option[]::new);
  }

  private static Stream<String> launcherPackages() {
    try (InputStream list = Main.class.getResourceAsStream("system-packages.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
