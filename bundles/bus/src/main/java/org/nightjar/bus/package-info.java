/** The event bus: typed addresses and topics; the one home of the Vert.x bus. */
@Version("1.0.0")
package org.nightjar.bus;

import org.osgi.annotation.versioning.Version;
