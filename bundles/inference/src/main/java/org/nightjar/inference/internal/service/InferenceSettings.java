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
          "Where networks run. auto takes CUDA for a model if its golden vectors come out there, else"
              + " the processor; cuda is the same, and warns when it has to take the processor.",
      options = {
        @Option(label = "CUDA if it works, else the processor", value = "auto"),
        @Option(label = "the processor", value = "cpu"),
        @Option(label = "CUDA", value = "cuda")
      })
  String device() default "auto";

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
