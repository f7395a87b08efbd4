package org.nightjar.onnx.model;

import org.osgi.annotation.versioning.ProviderType;

/** What kind of value has a name. */
@ProviderType
public sealed interface ValueType permits TensorType, OtherType {}
