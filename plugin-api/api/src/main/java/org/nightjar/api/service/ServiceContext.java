package org.nightjar.api.service;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Inference;
import org.osgi.annotation.versioning.ProviderType;

/** What the platform hands to a service for one call. */
@ProviderType
public interface ServiceContext {
  /** Tells how far the work has come: a fraction in [0, 1] and what is being done. */
  void progress(double fraction, String doing);

  /** Whether the caller has lost interest. */
  boolean cancelled();

  /** When the answer is no longer of use. */
  Optional<Instant> deadline();

  /** A folder for this call, empty at its start, removed after it. */
  Path scratch() throws NightjarException;

  /** The inference service. */
  Inference inference();

  /** Random numbers that depend on the seed of the call and the stream's name alone. */
  RandomGenerator random(String stream);
}
