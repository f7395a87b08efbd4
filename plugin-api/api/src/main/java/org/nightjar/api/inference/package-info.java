/** Running networks: tensors in, tensors out, through the one service that owns the accelerator. */
@Version("1.0.0")
package org.nightjar.api.inference;

import org.osgi.annotation.versioning.Version;
