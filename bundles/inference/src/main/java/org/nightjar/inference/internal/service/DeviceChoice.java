package org.nightjar.inference.internal.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.inference.internal.onnx.DeviceSettings;

/** Reads the settings that say where networks run. */
final class DeviceChoice {
  private static final List<String> KNOWN = List.of("auto", "cpu", "cuda", "webgpu", "provider");

  private final InferenceSettings settings;
  private final Path data;
  private final List<String> mistakes = new ArrayList<>();

  private DeviceChoice(InferenceSettings settings, Path data) {
    this.settings = settings;
    this.data = data;
  }

  /**
   * The devices of a configuration. What is wrong with the settings of an accelerator becomes a
   * reason for taking the processor.
   *
   * @param data where a relative path of a library starts
   * @throws IllegalArgumentException if the device is none that is known
   */
  static DeviceSettings read(InferenceSettings settings, Path data) {
    return new DeviceChoice(settings, data).read();
  }

  private DeviceSettings read() {
    String device = settings.device();
    if (!KNOWN.contains(device)) {
      throw new IllegalArgumentException(
          "inference.device cannot be '" + device + "'; known: " + String.join(", ", KNOWN));
    }
    Optional<Path> library = library();
    Map<String, String> options = options();
    if (device.equals("provider") && library.isEmpty()) {
      mistakes.add("inference.providerLibrary does not name its file");
    }
    return new DeviceSettings(
        device,
        library,
        options,
        bytes(settings.memoryMegabytes()),
        bytes(settings.deviceMemoryMegabytes()),
        device.equals("cpu") ? "" : String.join("; ", mistakes));
  }

  private Optional<Path> library() {
    return settings.providerLibrary().isBlank()
        ? Optional.empty()
        : Optional.of(data.resolve(settings.providerLibrary()).toAbsolutePath().normalize());
  }

  private Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    for (String line : settings.providerOptions()) {
      int equals = line.indexOf('=');
      if (equals < 1) {
        mistakes.add("inference.providerOptions has '" + line + "', which is not KEY=VALUE");
      } else {
        options.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    if (!options.getOrDefault(DeviceSettings.CARD, "0").matches("\\d{1,3}")) {
      mistakes.add("the device_id in inference.providerOptions is not a number from 0 to 999");
    }
    return options;
  }

  private static OptionalLong bytes(int megabytes) {
    return megabytes == 0 ? OptionalLong.empty() : OptionalLong.of((long) megabytes << 20);
  }
}
