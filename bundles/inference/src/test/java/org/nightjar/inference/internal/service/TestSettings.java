package org.nightjar.inference.internal.service;

import java.util.HashMap;
import java.util.Map;

/** Settings as a test wants them. */
public final class TestSettings {
  private TestSettings() {}

  /** The processor, small batches. */
  public static InferenceSettings onProcessor() {
    return maxBatch(8);
  }

  static InferenceSettings maxBatch(int maxBatch) {
    return of(maxBatch, "cpu", 2, 64);
  }

  static InferenceSettings of(int maxBatch, String device, int threads, int queue) {
    return with(Map.of("maxBatch", maxBatch, "device", device, "threads", threads, "queue", queue));
  }

  /** Defaults on the processor, but for these. */
  public static InferenceSettings with(Map<String, Object> changed) {
    Map<String, Object> values = new HashMap<>(Map.of("device", "cpu"));
    values.putAll(changed);
    return org.nightjar.testkit.TestSettings.with(InferenceSettings.class, values);
  }
}
