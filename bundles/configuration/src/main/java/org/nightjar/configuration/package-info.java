/** The operator's configuration file: where it is, and what is wrong with it. */
@Version("1.0.0")
package org.nightjar.configuration;

import org.osgi.annotation.versioning.Version;
