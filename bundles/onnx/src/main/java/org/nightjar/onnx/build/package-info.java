/**
 * Networks from Java: {@link org.nightjar.onnx.build.NetworkBuilder} adds one operation a call and
 * gives an ONNX model of operator set 17.
 */
@Version("1.0.0")
package org.nightjar.onnx.build;

import org.osgi.annotation.versioning.Version;
