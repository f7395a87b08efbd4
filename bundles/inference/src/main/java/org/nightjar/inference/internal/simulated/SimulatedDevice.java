package org.nightjar.inference.internal.simulated;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Session;

/**
 * A device whose runs take a known time and a known amount of memory, and fail when they are told
 * to. Everything above the device is tested against it, because no test machine has to have an
 * accelerator, and none breaks on demand.
 */
public final class SimulatedDevice implements Device {
  private final String name;
  private final int slots;
  private final boolean processor;
  private final long memory;
  private final Graphs graphs;
  private final LongConsumer sleep;
  private final AtomicLong used = new AtomicLong();
  private final AtomicLong peak = new AtomicLong();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong runs = new AtomicLong();
  private final AtomicLong samples = new AtomicLong();
  private volatile Fault fault = Fault.NONE;

  /** Where a simulated device finds its networks. */
  @FunctionalInterface
  public interface Graphs {
    /** The network of a file. */
    SimulatedGraph of(Path file) throws NightjarException;
  }

  /**
   * A device.
   *
   * @param processor whether it stands for the processor, else for an accelerator
   * @param memory bytes it has
   * @param sleep lets nanoseconds pass
   */
  public SimulatedDevice(
      String name, int slots, boolean processor, long memory, Graphs graphs, LongConsumer sleep) {
    this.name = name;
    this.slots = slots;
    this.processor = processor;
    this.memory = memory;
    this.graphs = graphs;
    this.sleep = sleep;
  }

  /** Says what goes wrong from now on. */
  public void fail(Fault how) {
    fault = how;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int slots(int wanted) {
    return slots;
  }

  @Override
  public boolean anyThread() {
    return processor;
  }

  @Override
  public boolean isProcessor() {
    return processor;
  }

  @Override
  public OptionalLong memory() {
    return OptionalLong.of(memory);
  }

  @Override
  public OptionalLong used() {
    return OptionalLong.of(used.get());
  }

  /** Most bytes that were ever in use at a time. */
  public long peak() {
    return peak.get();
  }

  /** Sessions that are open. */
  public int sessions() {
    return open.get();
  }

  /** Runs so far. */
  public long runs() {
    return runs.get();
  }

  /** Samples run so far. */
  public long samples() {
    return samples.get();
  }

  @Override
  public Session open(Path file) throws NightjarException {
    SimulatedGraph graph = graphs.of(file);
    fault.before(Fault.Doing.OPEN, graph.name(), 0, () -> false);
    take(graph.weights());
    open.incrementAndGet();
    return new SimulatedSession(this, graph);
  }

  void closed(SimulatedGraph graph) {
    open.decrementAndGet();
    used.addAndGet(-graph.weights());
  }

  /** Lets a run happen: its time pass, its memory be used. */
  void run(SimulatedGraph graph, int size, BooleanSupplier terminated) throws NightjarException {
    fault.before(Fault.Doing.RUN, graph.name(), size, terminated);
    if (terminated.getAsBoolean()) {
      throw NightjarException.of(StandardError.CANCELLED, "the run was terminated", name, "");
    }
    long bytes = graph.activations() * size;
    take(bytes);
    try {
      sleep.accept(graph.fixedNanos() + graph.eachNanos() * size);
      runs.incrementAndGet();
      samples.addAndGet(size);
    } finally {
      used.addAndGet(-bytes);
    }
  }

  private void take(long bytes) throws NightjarException {
    long now = used.addAndGet(bytes);
    if (now > memory) {
      used.addAndGet(-bytes);
      throw NightjarException.of(
          StandardError.OUT_OF_MEMORY,
          "the simulated device has " + memory + " bytes, " + now + " would be in use",
          name,
          "");
    }
    peak.accumulateAndGet(now, Math::max);
  }
}
