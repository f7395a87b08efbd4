package org.nightjar.inference.internal.lane;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.device.Graph;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;

/**
 * Doubles its input. A batch with {@link #POISON} in it fails; -1 comes out as NaN. Runs wait for a
 * permit while the gate is closed.
 */
final class FakeSession implements Session {
  static final float POISON = 666;

  final List<List<Float>> runs = Collections.synchronizedList(new ArrayList<>());
  final Semaphore gate = new Semaphore(0);
  final Semaphore entered = new Semaphore(0);
  final AtomicInteger openRunners = new AtomicInteger();

  @Override
  public Graph graph() {
    return new Graph(List.of(), List.of());
  }

  @Override
  public Map<String, List<Long>> probe(List<Slot> inputs, List<String> outputs, int samples) {
    return Map.of();
  }

  @Override
  public Runner runner(Ports ports, int capacity) {
    openRunners.incrementAndGet();
    return new FakeRunner(capacity);
  }

  @Override
  public void close() {}

  private final class FakeRunner implements Runner {
    private final FloatBuffer in;
    private final FloatBuffer out;
    private volatile boolean terminated;

    FakeRunner(int capacity) {
      in = Tensor.allocate(capacity);
      out = Tensor.allocate(capacity);
    }

    @Override
    public FloatBuffer input(int index) {
      return in.clear();
    }

    @Override
    public FloatBuffer output(int index) {
      return out.clear();
    }

    @Override
    public void run(int samples) throws NightjarException {
      entered.release();
      gate.acquireUninterruptibly();
      List<Float> values = new ArrayList<>();
      for (int i = 0; i < samples; i++) {
        values.add(in.get(i));
        out.put(i, in.get(i) == -1 ? Float.NaN : 2 * in.get(i));
      }
      runs.add(values);
      if (terminated || values.contains(POISON)) {
        throw NightjarException.of(StandardError.INTERNAL, "the device stumbled", "", "");
      }
    }

    @Override
    public void terminate() {
      terminated = true;
      gate.release(1000);
    }

    @Override
    public void close() {
      openRunners.decrementAndGet();
    }
  }
}
