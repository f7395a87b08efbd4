package org.nightjar.benchmarks.inference;

/** A way to have a network run. */
interface Serving extends AutoCloseable {
  /** Its name in tables. */
  String name();

  /** What one caller does again and again: hands in a sample and waits for what comes out. */
  Call caller(int number) throws Exception;

  @Override
  void close() throws Exception;

  /** One request. */
  interface Call extends AutoCloseable {
    /** Does it; returns how many samples that were. */
    int run() throws Exception;

    @Override
    default void close() throws Exception {}
  }
}
