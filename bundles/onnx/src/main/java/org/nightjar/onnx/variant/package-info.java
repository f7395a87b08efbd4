/** The same network in another form: half-precision weights, batch normalisation folded away. */
@Version("1.0.0")
package org.nightjar.onnx.variant;

import org.osgi.annotation.versioning.Version;
