package org.nightjar.api.service;

import java.util.Objects;

/**
 * What a service declares of itself.
 *
 * @param name lower-case words joined by hyphens; the service's address
 * @param version version of the question's and answer's shape; a caller names the one it speaks
 * @param question type of the question
 * @param answer type of the answer
 * @param <Q> the question
 * @param <R> the answer
 */
public record ServiceInfo<Q extends Record, R extends Record>(
    String name, int version, Class<Q> question, Class<R> answer) {
  /** Refuses nulls and versions below one. */
  public ServiceInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(answer, "answer");
    if (version < 1) {
      throw new IllegalArgumentException("service " + name + " has version " + version);
    }
  }
}
