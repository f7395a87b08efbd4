/** Where model packages come from besides the data folder. */
@Version("1.0.0")
package org.nightjar.inference;

import org.osgi.annotation.versioning.Version;
