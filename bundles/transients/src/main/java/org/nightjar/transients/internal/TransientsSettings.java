package org.nightjar.transients.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator can set. */
@ObjectClassDefinition(
    id = "org.nightjar.transients",
    name = "Transients",
    description = "The task that judges alert packets")
public @interface TransientsSettings {

  /** Level of {@link Levels#realFrom()}. */
  @AttributeDefinition(
      description =
          "Probability of being real from which an alert is ok, for models without thresholds",
      min = "0",
      max = "1")
  double realFrom() default 0.5;

  /** Level of {@link Levels#bogusBelow()}. */
  @AttributeDefinition(
      description =
          "Probability of being real below which an alert is junk, for models without thresholds;"
              + " between the two it is questionable",
      min = "0",
      max = "1")
  double bogusBelow() default 0.2;

  /** Part of a stamp. */
  @AttributeDefinition(
      description = "Part of a stamp's pixels that is blank from which an alert is questionable",
      min = "0",
      max = "1")
  double questionableBlankFraction() default 0.3;

  /** Part of every stamp. */
  @AttributeDefinition(
      description = "Part of the pixels that is blank in every stamp from which an alert is junk",
      min = "0",
      max = "1")
  double junkBlankFraction() default 1.0;

  /** Most alerts at once. */
  @AttributeDefinition(description = "Most alerts judged together", min = "1", max = "4096")
  int batchSize() default 64;

  /** Longest wait for a batch. */
  @AttributeDefinition(
      description = "Longest wait (ms) for a batch to fill",
      min = "0",
      max = "10000")
  int batchWaitMillis() default 20;
}
