package org.nightjar.inference.internal.precision;

import java.nio.file.Path;
import java.util.List;
import org.nightjar.inference.internal.manifest.VariantReport;

/**
 * A variant that was made.
 *
 * @param version its version
 * @param folder its package
 * @param report how it compares with the package it was made of
 */
public record Variant(String version, Path folder, VariantReport report) {
  /** What speaks against it; empty if it was accepted. */
  public List<String> objections() {
    return report.objections();
  }
}
