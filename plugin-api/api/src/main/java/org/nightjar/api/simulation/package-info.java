/**
 * Simulated physics: components that the description of a sky puts together. A component says what
 * it takes and gives, is prepared once, and then fills columns of numbers chunk by chunk.
 */
@Version("1.0.0")
package org.nightjar.api.simulation;

import org.osgi.annotation.versioning.Version;
