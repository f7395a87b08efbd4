/** Commands of the command line, contributed by bundles. */
@Version("1.0.0")
package org.nightjar.api.command;

import org.osgi.annotation.versioning.Version;
