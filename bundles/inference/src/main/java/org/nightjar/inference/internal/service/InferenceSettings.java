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
      description =
          "Most samples that are run together; where smaller runs are as fast, they are smaller.",
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

  /** Threads. */
  @AttributeDefinition(
      description = "Runs that the processor does at a time, over all models; 0 for one per core.",
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

  /** Longest run. */
  @AttributeDefinition(
      description =
          "Milliseconds that a run should take at most, so that urgent samples need not wait longer;"
              + " a single sample may take more.",
      min = "1",
      max = "60000")
  int longestRunMillis() default 50;

  /** Floor of interactive requests. */
  @AttributeDefinition(
      description =
          "Part of a device's time that interactive requests get even when live ones want all of it.",
      min = "0",
      max = "0.45")
  double interactiveFloor() default 0.1;

  /** Floor of bulk requests. */
  @AttributeDefinition(
      description =
          "Part of a device's time that bulk requests get even when others want all of it.",
      min = "0",
      max = "0.45")
  double bulkFloor() default 0.05;

  /** Quotas. */
  @AttributeDefinition(
      description =
          "What plugins may use, each as 'PLUGIN share=2 time=0.5 queue=100 megabytes=64 leases=4':"
              + " its weight where several want a device (1), most of a device's time (1), most"
              + " samples and megabytes of it that wait, most leases (64).")
  String[] quotas() default {};

  /** Pinned versions. */
  @AttributeDefinition(
      description = "Versions to use though they are not the newest installed, each as ID@VERSION.")
  String[] pins() default {};

  /** How long the version before is kept. */
  @AttributeDefinition(
      description =
          "Seconds for which the version before is kept loaded after another one went live, so that"
              + " it can be taken back at once.",
      min = "0",
      max = "604800")
  int keepSeconds() default 600;

  /** When a new version is taken back. */
  @AttributeDefinition(
      description =
          "After this many samples that a new version failed and the one before it answers, the one"
              + " before it is live again.",
      min = "1",
      max = "1000000")
  int rollbackAfter() default 3;

  /** How much a version on trial may differ. */
  @AttributeDefinition(
      description =
          "Part of the decisions that a version on trial may take differently and still go live by"
              + " itself.",
      min = "0",
      max = "1")
  double trialFlips() default 0.01;

  /** How much slower a version on trial may be. */
  @AttributeDefinition(
      description =
          "How many times as long a version on trial may take and still go live by itself.",
      min = "1",
      max = "1000")
  double trialSlower() default 3;

  /** When a run hangs. */
  @AttributeDefinition(
      description =
          "Seconds after which a run that also takes twenty times as long as expected is ended.",
      min = "1",
      max = "86400")
  int hangSeconds() default 30;
}
