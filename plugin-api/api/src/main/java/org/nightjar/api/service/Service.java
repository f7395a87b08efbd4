package org.nightjar.api.service;

import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers questions of other plugins and of users: a simulator, an allocator, a catalogue. Question
 * and answer are records of JDK types, so that they cross the bus; large data go by URI.
 *
 * @param <Q> the question
 * @param <R> the answer
 */
@ConsumerType
public interface Service<Q extends Record, R extends Record> {
  /** What this service declares; the same answer at every call. */
  ServiceInfo<Q, R> info();

  /**
   * Answers a question. Plain blocking code, called on platform threads.
   *
   * @throws NightjarException if it cannot be answered
   * @throws InterruptedException if the call was cancelled
   */
  R answer(Q question, ServiceContext context) throws NightjarException, InterruptedException;
}
