/**
 * An ONNX model as immutable values. What the values do not spell out of a file that was read
 * travels with them as it stood there, so that nothing gets lost between reading and writing.
 */
@Version("1.0.0")
package org.nightjar.onnx.model;

import org.osgi.annotation.versioning.Version;
