package org.nightjar.cli.internal.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process holds.
 *
 * @param heapBytes used heap
 * @param residentBytes memory that the system has given it; 0 where the system does not tell
 */
record Memory(long heapBytes, long residentBytes) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final long KIBIBYTE = 1024;

  /**
   * Looks after a garbage collection: what was needed to start is not what an idle server holds.
   */
  static Memory afterCollection() throws IOException {
    ManagementFactory.getMemoryMXBean().gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Memory(heap, Files.exists(STATUS) ? resident() : 0);
  }

  private static long resident() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(RESIDENT))
        .map(line -> line.substring(RESIDENT.length()).replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .map(kibibytes -> kibibytes * KIBIBYTE)
        .findFirst()
        .orElse(0);
  }
}
