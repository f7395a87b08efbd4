/**
 * ONNX files: read them, build them, make smaller and faster ones of them. A plain library that
 * runs no network.
 *
 * <p>A model is a value ({@link org.nightjar.onnx.model}). {@link org.nightjar.onnx.OnnxReader} and
 * {@link org.nightjar.onnx.OnnxWriter} are between values and files.
 */
@Version("1.0.0")
package org.nightjar.onnx;

import org.osgi.annotation.versioning.Version;
