package org.nightjar.benchmarks;

/**
 * Work done.
 *
 * @param units how much
 * @param cpuSeconds for how much CPU time, user and system, of all threads
 */
record Effort(double units, double cpuSeconds) {
  double rate() {
    return units / cpuSeconds;
  }
}
