package org.nightjar.dispatch.internal.examine;

import java.util.List;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.product.Envelope;

/**
 * What is known before a task runs.
 *
 * @param envelope the product
 * @param key the key of the report that will come out
 * @param configuration checksum over the task's configuration and the profile
 * @param models models installed for the task
 * @param needed what the task needs besides the product
 */
public record Prepared(
    Envelope envelope, String key, String configuration, List<ModelInfo> models, Needed needed) {}
