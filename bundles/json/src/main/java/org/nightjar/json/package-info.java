/** The contract's records as JSON, the same on the command line, over HTTP and between JVMs. */
@Version("1.0.0")
package org.nightjar.json;

import org.osgi.annotation.versioning.Version;
