package org.nightjar.api.report;

/**
 * A model that had a say in a report.
 *
 * @param id the model's name
 * @param version the model's version
 * @param sha256 checksum over the model package
 * @param precision {@code float32}, {@code float16-weights} or {@code int8}
 */
public record ModelUse(String id, String version, String sha256, String precision) {}
