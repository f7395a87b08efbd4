package org.nightjar.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time of this process. */
final class CpuClock {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private CpuClock() {}

  /** User and system time of all threads, nanoseconds; ticks in 10 ms on Linux. */
  static long nanos() {
    return SYSTEM.getProcessCpuTime();
  }
}
