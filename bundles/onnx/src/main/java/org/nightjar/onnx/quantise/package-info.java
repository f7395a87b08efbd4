/**
 * Networks in 8-bit integers. {@link org.nightjar.onnx.quantise.Quantiser} says which values have
 * to be watched, {@link org.nightjar.onnx.quantise.Ranges} watches them while somebody else runs
 * the network on typical inputs, and the quantiser then writes the int8 network.
 */
@Version("1.0.0")
package org.nightjar.onnx.quantise;

import org.osgi.annotation.versioning.Version;
