package org.nightjar.inference.internal.service;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.inference.internal.onnx.DeviceSettings;

/** Reads the settings that say where networks run. */
final class DeviceChoice {
  private static final List<String> KNOWN = List.of("auto", "cpu", "cuda", "webgpu", "provider");

  private DeviceChoice() {}

  /**
   * The devices of a configuration.
   *
   * @param data where a relative path of a library starts
   * @throws IllegalArgumentException with what is wrong
   */
  static DeviceSettings read(InferenceSettings settings, Path data) {
    String device = settings.device();
    if (!KNOWN.contains(device)) {
      throw new IllegalArgumentException(
          "inference.device cannot be '" + device + "'; known: " + String.join(", ", KNOWN));
    }
    Optional<Path> library =
        settings.providerLibrary().isBlank()
            ? Optional.empty()
            : Optional.of(data.resolve(settings.providerLibrary()).toAbsolutePath().normalize());
    if (device.equals("provider") && library.isEmpty()) {
      throw new IllegalArgumentException(
          "inference.device is provider, so inference.providerLibrary has to name its file");
    }
    return new DeviceSettings(
        device,
        library,
        options(settings.providerOptions()),
        bytes(settings.memoryMegabytes()),
        bytes(settings.deviceMemoryMegabytes()));
  }

  private static Map<String, String> options(String[] lines) {
    Map<String, String> options = new HashMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "inference.providerOptions has '" + line + "', which is not KEY=VALUE");
      }
      options.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    if (!options.getOrDefault(DeviceSettings.CARD, "0").matches("\\d{1,3}")) {
      throw new IllegalArgumentException(
          "inference.providerOptions has a device_id that is not a number from 0 to 999");
    }
    return options;
  }

  private static OptionalLong bytes(int megabytes) {
    return megabytes == 0 ? OptionalLong.empty() : OptionalLong.of((long) megabytes << 20);
  }
}
