/**
 * Networks of known size with random weights, for benchmarks and tests: they judge nothing. The
 * same seed gives the same file on every machine.
 */
@Version("1.0.0")
package org.nightjar.onnx.samples;

import org.osgi.annotation.versioning.Version;
