package org.nightjar.simulation.internal.plan;

import java.util.List;
import org.nightjar.api.simulation.CosmologyParameters;

/**
 * A description that was checked: everything that decides what the sky will be.
 *
 * @param name of the sky
 * @param seed of all random numbers
 * @param accuracy allowed relative error
 * @param cosmology the universe
 * @param tables in the order of the description
 * @param formats names of the formats to write; they do not change the sky
 */
public record SkyPlan(
    String name,
    long seed,
    double accuracy,
    CosmologyParameters cosmology,
    List<TablePlan> tables,
    List<String> formats) {
  /** Copies the lists. */
  public SkyPlan {
    tables = List.copyOf(tables);
    formats = List.copyOf(formats);
  }
}
