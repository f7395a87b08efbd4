package org.nightjar.inference.internal.onnx;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which devices are wanted, and what they are told.
 *
 * @param choice auto, cpu, cuda, webgpu or provider
 * @param library an execution provider that the operator supplies
 * @param options settings of the execution provider; {@code device_id} says which of several cards
 * @param memory bytes that networks may use on the processor
 * @param deviceMemory bytes that networks may use on an accelerator
 * @param mistake what is wrong with the settings of the accelerator, which then is not used; empty
 *     if nothing is
 */
public record DeviceSettings(
    String choice,
    Optional<Path> library,
    Map<String, String> options,
    OptionalLong memory,
    OptionalLong deviceMemory,
    String mistake) {
  /** The option that says which of several cards. */
  public static final String CARD = "device_id";

  /** Copies the options. */
  public DeviceSettings {
    options = Map.copyOf(options);
  }

  /** These devices with everything else as it is by default. */
  public static DeviceSettings of(String choice) {
    return new DeviceSettings(
        choice, Optional.empty(), Map.of(), OptionalLong.empty(), OptionalLong.empty(), "");
  }

  /** Which of several cards. */
  int card() {
    return Integer.parseInt(options.getOrDefault(CARD, "0"));
  }

  /** The options that the provider itself is given. */
  Map<String, String> otherOptions() {
    Map<String, String> others = new HashMap<>(options);
    others.remove(CARD);
    return others;
  }
}
