package org.nightjar.fits.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator can set. */
@ObjectClassDefinition(id = "org.nightjar.fits", name = "FITS", description = "FITS files")
public @interface FitsSettings {
  /** Whether the scan compares checksums. */
  @AttributeDefinition(
      description =
          "Whether CHECKSUM and DATASUM, where a file has them, are compared with its bytes before"
              + " it is taken; a file whose sums differ is quarantined. Say false where programs"
              + " edit headers and leave the old sums behind")
  boolean verifyChecksums() default true;
}
