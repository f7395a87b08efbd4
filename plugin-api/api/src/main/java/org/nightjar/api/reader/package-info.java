/** Turning bytes into products, and products into files. */
@Version("1.0.0")
package org.nightjar.api.reader;

import org.osgi.annotation.versioning.Version;
