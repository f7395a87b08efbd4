package org.nightjar.dispatch.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Priority;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.dispatch.Addresses;
import org.nightjar.dispatch.internal.fake.DirectBus;
import org.nightjar.dispatch.internal.fake.Envelopes;
import org.nightjar.dispatch.internal.fake.GridReader;
import org.nightjar.dispatch.internal.fake.LambdaTask;
import org.nightjar.dispatch.internal.fake.MemoryAttachments;
import org.nightjar.dispatch.internal.fake.MemoryStore;
import org.nightjar.dispatch.internal.fake.NoProducts;
import org.nightjar.dispatch.internal.fake.OneProfile;
import org.nightjar.dispatch.internal.lane.LaneSettings;
import org.nightjar.dispatch.internal.lane.Slot;
import org.nightjar.dispatch.internal.product.ReaderDirectory;

/** The whole dispatcher between a bus that calls through and a store in memory. */
final class DispatchFixture implements AutoCloseable {
  final DirectBus bus = new DirectBus();
  final MemoryStore store = new MemoryStore(bus);
  final GridReader reader = new GridReader();
  final OneProfile profile = new OneProfile();
  final Workshop workshop;
  private final Path folder;
  private long services;

  DispatchFixture(Path folder) {
    this(folder, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMillis(100));
  }

  DispatchFixture(Path folder, Duration call, Duration grace, Duration sweep) {
    this.folder = folder;
    ReaderDirectory readers = new ReaderDirectory();
    readers.addReader(reader, Map.of());
    workshop =
        Workshop.open(
            bus,
            new Storage(store, store, new NoProducts(), new MemoryAttachments()),
            new Surroundings(
                profile, readers, Optional::empty, folder.resolve("scratch"), Clock.systemUTC()),
            new Limits(new LaneSettings(4, 2), call, grace, sweep, 1 << 20, 42));
  }

  /** Adds a task; the number of its service and bundle. */
  long add(TaskInfo info, String version, LambdaTask.Body body) {
    long service = ++services;
    workshop
        .traffic()
        .add(new LambdaTask(info, body).served(version), new Slot.Origin(service, service, 0));
    return service;
  }

  /** A product whose file is there. */
  Envelope product(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "grid " + name);
    return Envelopes.of(name, file.toUri(), Priority.BULK);
  }

  Path folder() {
    return folder;
  }

  CompletableFuture<FiledReport> ask(String task, Envelope envelope) {
    return bus.request(Addresses.examine(task), envelope, Duration.ofSeconds(60));
  }

  @Override
  public void close() {
    workshop.close();
  }
}
