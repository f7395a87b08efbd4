package org.nightjar.api.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a report comes from: enough to make it again. All but the times enter {@link
 * FiledReport#key}.
 *
 * @param plugin symbolic name of the bundle the task came from
 * @param pluginVersion its version
 * @param models models whose outputs were used
 * @param configuration SHA-256 over the task's configuration and the profile, lower-case
 *     hexadecimal
 * @param needs checksums of what the task needed besides the product, by the need's text
 * @param device what ran the models, such as {@code cpu}; empty without models
 * @param started when the task began
 * @param took how long it worked
 */
public record Provenance(
    String plugin,
    String pluginVersion,
    List<ModelUse> models,
    String configuration,
    Map<String, String> needs,
    String device,
    Instant started,
    Duration took) {

  /** Copies the collections. */
  public Provenance {
    models = List.copyOf(models);
    needs = Collections.unmodifiableMap(new TreeMap<>(needs));
  }
}
