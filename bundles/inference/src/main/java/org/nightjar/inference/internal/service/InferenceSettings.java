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
          "Where networks run. auto takes the provider of providerLibrary if one is named, else CUDA,"
              + " for the models whose golden vectors come out there, and the processor for the"
              + " others. The accelerators by name do the same, and warn when the processor has to"
              + " be taken.",
      options = {
        @Option(label = "an accelerator if it works, else the processor", value = "auto"),
        @Option(label = "the processor", value = "cpu"),
        @Option(label = "CUDA", value = "cuda"),
        @Option(label = "WebGPU", value = "webgpu"),
        @Option(label = "the provider of providerLibrary", value = "provider")
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

  /** A library with an execution provider. */
  @AttributeDefinition(
      description =
          "File of a library with an execution provider for ONNX Runtime; a relative one starts at"
              + " the data folder.")
  String providerLibrary() default "";

  /** What the execution provider is told. */
  @AttributeDefinition(
      description =
          "Settings of the execution provider, each as KEY=VALUE. device_id says which of several"
              + " cards.")
  String[] providerOptions() default {};

  /** Memory on the accelerator. */
  @AttributeDefinition(
      description = "Mebibytes of an accelerator's memory that networks may use; 0 for no limit.",
      min = "0",
      max = "16777216")
  int deviceMemoryMegabytes() default 0;

  /** Memory of the machine. */
  @AttributeDefinition(
      description =
          "Mebibytes of the machine's memory that networks may use on the processor; 0 for half of"
              + " what the largest heap leaves.",
      min = "0",
      max = "16777216")
  int memoryMegabytes() default 0;
}
