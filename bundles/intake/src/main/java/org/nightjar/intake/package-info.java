/** Where products enter: feeds are started and stopped through here. */
@Version("1.0.0")
package org.nightjar.intake;

import org.osgi.annotation.versioning.Version;
