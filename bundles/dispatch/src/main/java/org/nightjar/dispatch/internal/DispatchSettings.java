package org.nightjar.dispatch.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code dispatch} of the operator's file. */
@ObjectClassDefinition(name = "Dispatch", description = "How products are handed to tasks.")
public @interface DispatchSettings {
  /** Most products that wait in memory for one task. */
  @AttributeDefinition(
      min = "1",
      description = "Most products that wait in memory for one task; the others wait in the ledger")
  int window() default 64;

  /** Threads of a task that does not say. */
  @AttributeDefinition(
      min = "0",
      description = "Threads of a task that does not say how many; 0 = as many as processors")
  int threads() default 0;

  /** When a call is interrupted. */
  @AttributeDefinition(
      min = "1",
      description = "Seconds after which a task is interrupted and its product quarantined")
  int taskTimeLimitSeconds() default 600;

  /** Memory for pixels. */
  @AttributeDefinition(
      min = "0",
      description = "Mebibytes of pixels in memory for all tasks; 0 = a quarter of the heap")
  int pixelMemoryMegabytes() default 0;

  /** Seed of all random numbers. */
  @AttributeDefinition(description = "Seed of the tasks' random numbers; enters every report's key")
  long seed() default 1;
}
