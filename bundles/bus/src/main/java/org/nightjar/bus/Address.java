package org.nightjar.bus;

import java.util.Objects;

/**
 * Where questions of one type are answered by answers of one type. Both are immutable records of
 * the contract; within one JVM they travel by reference.
 *
 * @param name name on the bus, such as {@code task.imaging}
 * @param question type of the question
 * @param answer type of the answer
 * @param <Q> the question
 * @param <R> the answer
 */
public record Address<Q, R>(String name, Class<Q> question, Class<R> answer) {
  /** Refuses nulls. */
  public Address {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(answer, "answer");
  }
}
