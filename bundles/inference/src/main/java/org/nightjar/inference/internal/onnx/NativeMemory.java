package org.nightjar.inference.internal.onnx;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Memory of this process outside the Java heap. */
final class NativeMemory {
  private static final Logger LOG = LoggerFactory.getLogger(NativeMemory.class);
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT =
      Pattern.compile("^VmRSS:\\s+(\\d+) kB", Pattern.MULTILINE);

  /** Even the smallest machine gets some networks loaded. */
  private static final long LEAST = 256L << 20;

  private NativeMemory() {}

  /**
   * Bytes that networks may use on this machine unless the operator says otherwise: half of what
   * the heap can never take. The machine's memory is that of the container, where there is one. The
   * other half is for Java itself, pixels outside the heap, and the cache of files, without which
   * every exposure would be read from the disk twice.
   */
  static long share() {
    long physical =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return share(physical, Runtime.getRuntime().maxMemory());
  }

  static long share(long physical, long heap) {
    return Math.max(LEAST, (physical - heap) / 2);
  }

  /**
   * Bytes outside the heap that lie in memory just now: the process's resident set less the heap
   * that Java has claimed. It counts Java's own tables and code too, some 100 MB, and is too low by
   * what Java has claimed for the heap and never touched. Empty where the system is not Linux.
   */
  static OptionalLong used() {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try {
      return used(Files.readString(STATUS), Runtime.getRuntime().totalMemory());
    } catch (IOException e) {
      LOG.debug("{} cannot be read", STATUS, e);
      return OptionalLong.empty();
    }
  }

  static OptionalLong used(String status, long heap) {
    Matcher resident = RESIDENT.matcher(status);
    return resident.find()
        ? OptionalLong.of(Math.max(0, (Long.parseLong(resident.group(1)) << 10) - heap))
        : OptionalLong.empty();
  }
}
