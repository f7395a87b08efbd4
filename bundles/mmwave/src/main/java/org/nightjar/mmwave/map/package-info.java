/**
 * Small flat maps of the sky: where their pixels are, which multipoles their modes have, masks.
 *
 * <p>Start with {@link org.nightjar.mmwave.map.FlatPatch}.
 */
@Version("1.0.0")
package org.nightjar.mmwave.map;

import org.osgi.annotation.versioning.Version;
