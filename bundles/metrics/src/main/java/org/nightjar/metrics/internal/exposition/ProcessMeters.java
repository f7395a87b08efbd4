package org.nightjar.metrics.internal.exposition;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What Java and the system say of this process, under the names that every JVM has. */
final class ProcessMeters implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry registry) {
    List.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics(),
            new FileDescriptorMetrics())
        .forEach(meters -> meters.bindTo(registry));
    // Not JvmGcMetrics: it counts only from now on, and has the JVM notify it of every collection.
    for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
      FunctionTimer.builder(
              "jvm.gc.collection",
              gc,
              GarbageCollectorMXBean::getCollectionCount,
              GarbageCollectorMXBean::getCollectionTime,
              TimeUnit.MILLISECONDS)
          .tag("gc", gc.getName())
          .description("Garbage collections since the start")
          .register(registry);
    }
    if (Files.exists(ResidentMemory.STATUS)) {
      Gauge.builder("process.resident.memory", new ResidentMemory(), ResidentMemory::bytes)
          .description("Memory that the system has given the process")
          .baseUnit("bytes")
          .strongReference(true)
          .register(registry);
    }
  }
}
