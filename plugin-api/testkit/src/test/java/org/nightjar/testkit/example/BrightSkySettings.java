package org.nightjar.testkit.example;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator can set. */
@ObjectClassDefinition(id = "org.example.brightsky", name = "Bright sky")
public @interface BrightSkySettings {

  /** Sky level from which an exposure is questionable. */
  @AttributeDefinition(
      description = "Sky level (adu) from which an exposure is questionable",
      min = "0")
  double brightFrom() default 20_000;
}
