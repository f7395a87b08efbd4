package org.nightjar.inference.internal.station;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Priority;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.client.Quota;
import org.nightjar.inference.internal.measure.RunListener;
import org.nightjar.inference.internal.preprocess.Frame;
import org.nightjar.inference.internal.preprocess.Preprocessing.Prepared;
import org.nightjar.inference.internal.schedule.Answer;
import org.nightjar.inference.internal.schedule.QueueSettings;
import org.nightjar.inference.internal.schedule.Refusal;
import org.nightjar.inference.internal.schedule.Request;
import org.nightjar.inference.internal.simulated.SimulatedDevice;
import org.nightjar.inference.internal.time.Time;

/** A simulated accelerator and a simulated processor at work, with threads and real time. */
final class StationFixture implements AutoCloseable {
  static final long MEMORY = 10_000;

  final ExecutorService callbacks = Executors.newCachedThreadPool();
  final Client client = new Client("test", Quota.DEFAULT);
  final SimulatedDevice device;
  final SimulatedDevice processor;
  final Station station;
  final Station fallback;
  private final Time time = Time.system();
  private final Stations stations;
  private final List<Residence> residences = new ArrayList<>();

  StationFixture(SimulatedModels models, Duration settle, Duration hang) {
    device = new SimulatedDevice("sim:0", 1, false, MEMORY, models::of, LockSupport::parkNanos);
    processor =
        new SimulatedDevice("processor", 2, true, MEMORY, models::of, LockSupport::parkNanos);
    station = station(device, 1, settle, hang);
    fallback = station(processor, 2, settle, hang);
    stations = new Stations(List.of(station, fallback));
  }

  private Station station(SimulatedDevice of, int slots, Duration settle, Duration hang) {
    return new Station(
        of,
        new StationSettings(
            new QueueSettings(slots, 1000, 1 << 20, Duration.ofMillis(50), 0.1, 0.05),
            8,
            MEMORY,
            settle,
            Duration.ofMillis(20),
            hang,
            Duration.ofMillis(500)),
        time,
        callbacks,
        RunListener.NONE);
  }

  /** A model on the accelerator, with the processor to escape to. */
  Residence escaping(SimulatedModels models, String name) throws Exception {
    Residence other = keep(models.on(fallback, name, Escape.NONE));
    Residence residence =
        keep(
            models.on(
                station,
                name,
                (from, request, why) -> {
                  try {
                    return other.offer(other.again(request)).isEmpty();
                  } catch (NightjarException e) {
                    return false;
                  }
                }));
    residence.wire(SimulatedModels.SHAPES);
    return residence;
  }

  /** A model on the accelerator alone. */
  Residence alone(SimulatedModels models, String name) throws Exception {
    Residence residence = keep(models.on(station, name, Escape.NONE));
    station.add(residence);
    return residence;
  }

  private Residence keep(Residence residence) {
    residences.add(residence);
    return residence;
  }

  Answer ask(Residence residence, float value) throws Exception {
    return ask(residence, value, Priority.INTERACTIVE);
  }

  Answer ask(Residence residence, float value, Priority priority) throws Exception {
    Answer answer = new Answer(callbacks);
    Request request =
        residence.request(
            client,
            priority,
            Time.NEVER,
            SimulatedModels.SHAPES,
            new Prepared(List.of(new float[] {value}), List.of(List.of(1)), List.of(), Frame.NONE),
            answer);
    answer.onCancel(() -> residence.station().queue().withdraw(request));
    Optional<Refusal> refusal = residence.offer(request);
    refusal.ifPresent(why -> answer.fail(why.exception()));
    return answer;
  }

  @Override
  public void close() {
    residences.forEach(Residence::close);
    stations.close();
    callbacks.shutdownNow();
  }
}
