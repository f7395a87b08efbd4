package org.nightjar.inference.internal.service;

import java.lang.annotation.Annotation;

/** Settings as a test wants them. */
@SuppressWarnings({
  "ClassExplicitlyAnnotation",
  "ImmutableAnnotationChecker",
  "ArrayRecordComponent"
})
public record TestSettings(int maxBatch, String device, int threads, int queue, String[] pins)
    implements InferenceSettings {
  public static TestSettings onProcessor() {
    return maxBatch(8);
  }

  static TestSettings maxBatch(int maxBatch) {
    return new TestSettings(maxBatch, "cpu", 2, 64, new String[0]);
  }

  @Override
  public String providerLibrary() {
    return "";
  }

  @Override
  public String[] providerOptions() {
    return new String[0];
  }

  @Override
  public int deviceMemoryMegabytes() {
    return 0;
  }

  @Override
  public int memoryMegabytes() {
    return 0;
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return InferenceSettings.class;
  }
}
