package org.nightjar.api.simulation;

import org.osgi.annotation.versioning.ProviderType;

/** What a sky shares with its components. */
@ProviderType
public interface SkyContext {
  /** The universe it is in. */
  CosmologyParameters cosmology();

  /** The relative error that is allowed where a component approximates: 1e-8 to 0.1. */
  double accuracy();

  /** A stream of this column, at object 0, for what is drawn once; see {@link Chunk#random}. */
  RandomStream random(String name);

  /** Whether nobody waits for the result any more. */
  boolean cancelled();
}
