package org.nightjar.benchmarks.inference;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.benchmarks.Outcome;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.client.Quota;
import org.nightjar.inference.internal.device.Graph;
import org.nightjar.inference.internal.device.Port;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;
import org.nightjar.inference.internal.measure.RunListener;
import org.nightjar.inference.internal.model.Ask;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.model.ModelVersion;
import org.nightjar.inference.internal.model.VersionLoader;
import org.nightjar.inference.internal.schedule.Answer;
import org.nightjar.inference.internal.schedule.QueueSettings;
import org.nightjar.inference.internal.simulated.SimulatedDevice;
import org.nightjar.inference.internal.simulated.SimulatedGraph;
import org.nightjar.inference.internal.station.Station;
import org.nightjar.inference.internal.station.StationSettings;
import org.nightjar.inference.internal.station.Stations;
import org.nightjar.inference.internal.time.Time;

/**
 * An accelerator that takes 1 ms a run and 20 us an image, behind the service and behind a lock.
 */
final class SimulatedGpu {
  private static final long FIXED = 1_000_000;
  private static final long EACH = 20_000;
  private static final long MEMORY = 1L << 32;

  private final Network network;
  private final int rounds;
  private final double seconds;

  SimulatedGpu(Network network, int rounds, double seconds) {
    this.network = network;
    this.rounds = rounds;
    this.seconds = seconds;
  }

  /** Runs both at these numbers of callers; the values are the least ratios wanted. */
  List<Outcome> run(Map<Integer, Double> callers) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    try (Serving locked = new Locked();
        Serving served = new Served()) {
      for (Map.Entry<Integer, Double> each : callers.entrySet()) {
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        for (int round = -1; round < rounds; round++) {
          Callers.Result lock = Callers.run(locked, each.getKey(), seconds);
          Callers.Result service = Callers.run(served, each.getKey(), seconds);
          if (round >= 0) {
            theirs[round] = lock.perSecond();
            ours[round] = service.perSecond();
            print(each.getKey(), locked.name(), lock);
            print(each.getKey(), served.name(), service);
          }
        }
        outcomes.add(
            Outcome.of(
                "simulated GPU, " + each.getKey() + " callers",
                "img/s",
                locked.name(),
                ours,
                theirs,
                each.getValue()));
      }
    }
    return outcomes;
  }

  private static void print(int callers, String who, Callers.Result result) {
    System.out.printf(
        Locale.ROOT,
        "  %-10s %3d callers  %-32s %9.1f img/s %31s p50 %9.3f ms  p99 %9.3f ms%n",
        "simulated",
        callers,
        who,
        result.perSecond(),
        "",
        result.millis(0.5),
        result.millis(0.99));
  }

  private SimulatedDevice device() {
    List<Long> in = new ArrayList<>(List.of(-1L));
    network.shape().forEach(extent -> in.add((long) extent));
    SimulatedGraph graph =
        new SimulatedGraph(
            network.name(),
            new Graph(
                List.of(new Port(network.input(), "float32", in)),
                List.of(new Port(network.output(), "float32", List.of(-1L, 1L)))),
            List.of(new Slot(network.output(), List.of(1))),
            (inputs, outputs) -> outputs.get(0)[0] = inputs.get(0)[0],
            FIXED,
            EACH,
            1 << 20,
            1 << 16);
    return new SimulatedDevice(
        "sim:0", 1, false, MEMORY, (Path file) -> graph, LockSupport::parkNanos);
  }

  /** One run at a time, one image a run: what a plugin does that has never heard of batches. */
  private final class Locked implements Serving {
    private final ReentrantLock lock = new ReentrantLock();
    private final Session session;

    Locked() throws Exception {
      session = device().open(network.graph());
    }

    @Override
    public String name() {
      return "a lock, batch 1";
    }

    @Override
    public Call caller(int number) throws Exception {
      Ports ports =
          new Ports(
              List.of(new Slot(network.input(), network.shape())),
              List.of(new Slot(network.output(), List.of(1))));
      Runner runner = session.runner(ports, 1);
      float[] sample = network.sample(number);
      return () -> {
        runner.input(0).put(sample);
        lock.lock();
        try {
          runner.run(1);
        } finally {
          lock.unlock();
        }
        return 1;
      };
    }

    @Override
    public void close() {
      session.close();
    }
  }

  /** The queue, the batches and everything else of the service before that device. */
  private final class Served implements Serving {
    private final ExecutorService callbacks = Executors.newCachedThreadPool();
    private final Stations stations;
    private final ModelVersion version;
    private final Client client = new Client("benchmark", Quota.DEFAULT);

    Served() throws Exception {
      Time time = Time.system();
      Station station =
          new Station(
              device(),
              new StationSettings(
                  new QueueSettings(1, 1024, 1 << 27, Duration.ofMillis(50), 0.1, 0.05),
                  32,
                  MEMORY,
                  Duration.ofSeconds(1),
                  Duration.ofMillis(100),
                  Duration.ofSeconds(30),
                  Duration.ofSeconds(5)),
              time,
              callbacks,
              RunListener.NONE);
      stations = new Stations(List.of(station));
      VersionLoader loader = new VersionLoader(stations::all, callbacks, time);
      version = loader.resolve(ModelPackage.read(network.folder()));
      loader.open(version);
    }

    @Override
    public String name() {
      return "Nightjar's service";
    }

    @Override
    public Call caller(int number) {
      Sample sample =
          Sample.prepared(
              Map.of(
                  network.input(),
                  Tensor.of(
                      network.sample(number),
                      network.shape().stream().mapToInt(Integer::intValue).toArray())));
      return () -> {
        Answer answer = new Answer(callbacks);
        version.ask(new Ask(client, sample, Urgency.BULK, answer, true));
        return answer.get().outputs().size();
      };
    }

    @Override
    public void close() {
      version.close();
      stations.close();
      callbacks.shutdown();
    }
  }
}
