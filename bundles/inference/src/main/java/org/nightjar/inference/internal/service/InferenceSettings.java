package org.nightjar.inference.internal.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of the inference service. */
@ObjectClassDefinition(
    id = "org.nightjar.inference",
    name = "Inference",
    description = "How networks are run.")
public @interface InferenceSettings {
  /** Most samples of one run. */
  @AttributeDefinition(
      description = "Most samples that are run together. On a processor 1 to 32 are equally fast.",
      min = "1",
      max = "4096")
  int maxBatch() default 32;

  /** Which device. */
  @AttributeDefinition(
      description =
          "Where networks run. auto takes CUDA for a model if its golden vectors come out there, else"
              + " the processor; cuda is the same, and warns when it has to take the processor.",
      options = {
        @Option(label = "CUDA if it works, else the processor", value = "auto"),
        @Option(label = "the processor", value = "cpu"),
        @Option(label = "CUDA", value = "cuda")
      })
  String device() default "auto";

  /** Threads per model. */
  @AttributeDefinition(
      description = "Batches of one model that the processor runs at a time; 0 for one per core.",
      min = "0",
      max = "256")
  int threads() default 0;

  /** Queue bound. */
  @AttributeDefinition(
      description =
          "Most samples of one model that wait; more are refused with QUEUE_FULL. Whatever this says,"
              + " at most 128 MiB wait.",
      min = "1",
      max = "1000000")
  int queue() default 1024;

  /** Pinned versions. */
  @AttributeDefinition(
      description = "Versions to use though they are not the newest installed, each as ID@VERSION.")
  String[] pins() default {};
}
