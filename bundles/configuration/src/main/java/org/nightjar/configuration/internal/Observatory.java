package org.nightjar.configuration.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code observatory} of the operator's file. */
@ObjectClassDefinition(name = "Observatory", description = "Whose data these are.")
@interface Observatory {
  /** The section's name. */
  String SECTION = "observatory";

  /** Its persistent id. */
  String PID = "org.nightjar." + SECTION;

  /** The one key that is checked against the installed profiles. */
  String KEY = "profile";

  /** Name of the profile. */
  @AttributeDefinition(
      description =
          "Name of the profile: a file of config/profiles, or of the folder profiles in the data"
              + " folder, without .yaml")
  String profile() default "generic";
}
