package org.nightjar.inference.internal.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.product.Priority;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.client.Quota;
import org.nightjar.inference.internal.measure.RunListener;
import org.nightjar.inference.internal.preprocess.Frame;
import org.nightjar.inference.internal.preprocess.Preprocessing.Prepared;
import org.nightjar.inference.internal.schedule.Answer;
import org.nightjar.inference.internal.schedule.QueueSettings;
import org.nightjar.inference.internal.schedule.Request;
import org.nightjar.inference.internal.schedule.Turn;
import org.nightjar.inference.internal.simulated.Fault;
import org.nightjar.inference.internal.simulated.SimulatedDevice;
import org.nightjar.inference.internal.simulated.VirtualTime;
import org.nightjar.inference.internal.time.Time;

/**
 * A million requests from seeded traces against a simulated device on a virtual clock: whatever
 * comes, each request ends exactly once, and the promises about deadlines, shares and floors hold.
 */
class TraceTest {
  private static final int REQUESTS = 250_000;
  private static final String[] MODELS = {"small", "middle", "large"};

  private final VirtualTime time = new VirtualTime();
  private final SimulatedModels models =
      new SimulatedModels()
          .with("small", this::check, 1_000_000, 20_000, 1000, 1)
          .with("middle", this::check, 500_000, 200_000, 1000, 1)
          .with("large", this::check, 2_000_000, 3_000_000, 1000, 1);
  private final SimulatedDevice device =
      new SimulatedDevice("sim:0", 1, true, 1 << 20, models::of, time::sleep);
  private final QueueSettings queue =
      new QueueSettings(1, 1000, 1 << 30, Duration.ofMillis(50), 0.1, 0.05);
  private final Station station =
      new Station(
          device,
          new StationSettings(
              queue,
              32,
              1 << 20,
              Duration.ZERO,
              Duration.ofSeconds(1),
              Duration.ofSeconds(30),
              Duration.ofSeconds(1)),
          time,
          Runnable::run,
          RunListener.NONE);
  private final List<Residence> residences = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();
  private long[] deadlines;
  private byte[] endings;
  private boolean[] answered;
  private long runBegun;
  private int tooLate;
  private int dropped;
  private int wrong;

  /** Runs inside the device: the requests of this run were dispatched when it began. */
  private void check(List<float[]> in, List<float[]> out) {
    int number = (int) in.get(0)[0] - 1; // zeros are the warm-up's
    if (number >= 0 && deadlines[number] <= runBegun) {
      tooLate++;
    }
    out.get(0)[0] = in.get(0)[0];
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyRequestEndsOnceAndInTime(long seed) throws Exception {
    prepare(REQUESTS);
    for (int i = 0; i < 8; i++) {
      clients.add(new Client("client " + i, Quota.DEFAULT));
    }
    SplittableRandom random = new SplittableRandom(seed);
    // From idle to twice what the device can do, and back.
    double at = 0;
    for (int i = 0; i < REQUESTS; i++) {
      double load = 1 + Math.sin(i * 20.0 * Math.PI / REQUESTS);
      at += -Math.log(1 - random.nextDouble()) * 400_000 / Math.max(0.05, load);
      arrive(i, (long) at, random);
    }
    drive();
    assertThat(endings).containsOnly((byte) 1);
    assertThat(tooLate).isZero();
    assertThat(wrong).isZero();
    assertThat(count(answered)).isGreaterThan(REQUESTS / 3);
    assertThat(dropped).isPositive();
    assertThat(station.queue().waiting()).isZero();
    assertThat(clients).allMatch(client -> client.use().waiting() == 0);
    assertThat(station.ledger().peak()).isLessThanOrEqualTo(station.ledger().capacity());
  }

  private void arrive(int number, long at, SplittableRandom random) {
    double kind = random.nextDouble();
    Priority priority =
        kind < 0.3 ? Priority.LIVE : kind < 0.5 ? Priority.INTERACTIVE : Priority.BULK;
    double model = random.nextDouble();
    Residence residence = residences.get(model < 0.8 ? 0 : model < 0.97 ? 1 : 2);
    Client client = clients.get(random.nextInt(clients.size()));
    long deadline =
        random.nextDouble() < 0.6
            ? at + 2_000_000 + (long) (random.nextDouble() * 200_000_000)
            : Time.NEVER;
    boolean cancel = random.nextDouble() < 0.05;
    long patience = (long) (random.nextDouble() * 20_000_000);
    time.at(
        at,
        () -> {
          Answer answer = submit(number, residence, client, priority, deadline);
          if (cancel) {
            time.at(time.nanos() + patience, () -> answer.cancel(true));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void equalClientsGetEqualTimeHoweverUnequallyTheyAsk(long seed) throws Exception {
    int each = 6000;
    prepare(each * 8);
    SplittableRandom random = new SplittableRandom(seed);
    // Client i asks in bursts of 4^i, for models of its own taste; all of them want too much.
    for (int i = 0; i < 8; i++) {
      Client client = new Client("client " + i, new Quota(1, 1, 500, Long.MAX_VALUE, 0));
      clients.add(client);
      Residence residence = residences.get(i % 2);
      int burst = 1 << (i % 4 * 2);
      for (int j = 0; j < each; j++) {
        int number = i * each + j;
        long at = (long) (j / burst * burst * 250_000.0 * (0.9 + 0.2 * random.nextDouble()));
        time.at(at, () -> submit(number, residence, client, Priority.BULK, Time.NEVER));
      }
    }
    time.at(1_000_000_000L, () -> {});
    driveUntil(1_000_000_000L);
    double sum = 0;
    double squares = 0;
    for (Client client : clients) {
      double used = client.use().deviceNanos();
      sum += used;
      squares += used * used;
    }
    double jain = sum * sum / (clients.size() * squares);
    assertThat(jain).isGreaterThanOrEqualTo(0.95);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void bulkKeepsItsFloorUnderALiveFlood(long seed) throws Exception {
    prepare(200_000);
    Client live = new Client("live", Quota.DEFAULT);
    Client bulk = new Client("bulk", Quota.DEFAULT);
    SplittableRandom random = new SplittableRandom(seed);
    int number = 0;
    // Live alone wants 1.5 times the device, bulk as much again.
    for (double at = 0; at < 5e9; at += random.nextDouble() * 70_000) {
      int next = number++;
      time.at((long) at, () -> submit(next, residences.get(0), live, Priority.LIVE, Time.NEVER));
    }
    for (double at = 0; at < 5e9; at += random.nextDouble() * 800_000) {
      int next = number++;
      time.at((long) at, () -> submit(next, residences.get(1), bulk, Priority.BULK, Time.NEVER));
    }
    driveUntil(5_000_000_000L);
    double ofBulk = bulk.use().deviceNanos();
    double share = ofBulk / (ofBulk + live.use().deviceNanos());
    assertThat(share).isBetween(0.045, 0.08);
    assertThat(bulk.use().waiting()).isPositive();
  }

  private void prepare(int requests) throws Exception {
    deadlines = new long[requests];
    endings = new byte[requests];
    answered = new boolean[requests];
    for (String model : MODELS) {
      Residence residence = models.on(station, model, Escape.NONE);
      residence.wire(SimulatedModels.SHAPES);
      residences.add(residence);
    }
    device.fail(
        (what, graph, samples, terminated) -> {
          if (what == Fault.Doing.RUN) {
            runBegun = time.nanos();
          }
        });
  }

  private Answer submit(
      int number, Residence residence, Client client, Priority priority, long deadline) {
    deadlines[number] = deadline;
    Answer answer = new Answer(Runnable::run);
    answer.onOver(
        prediction -> {
          endings[number]++;
          answered[number] = prediction.isPresent();
          prediction.ifPresent(
              given -> wrong += given.outputs().get("y").at(0) == number + 1 ? 0 : 1);
        });
    try {
      Request request =
          residence.request(
              client,
              priority,
              deadline,
              SimulatedModels.SHAPES,
              new Prepared(
                  List.of(new float[] {number + 1}), List.of(List.of(1)), List.of(), Frame.NONE),
              answer);
      answer.onCancel(() -> station.queue().withdraw(request));
      residence.offer(request).ifPresent(refusal -> answer.fail(refusal.exception()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return answer;
  }

  private void drive() {
    boolean more = true;
    while (more) {
      more = step(Time.NEVER);
    }
    assertThat(station.queue().running()).isEmpty();
  }

  private void driveUntil(long end) {
    boolean more = true;
    while (more && time.nanos() < end) {
      more = step(end);
    }
  }

  private boolean step(long end) {
    Turn turn = station.step();
    dropped += turn.dropped().size();
    if (turn.run().isPresent() || !turn.dropped().isEmpty()) {
      return true;
    }
    long next = Math.min(end, Math.min(turn.wake(), time.next()));
    if (next == Time.NEVER) {
      return false;
    }
    time.moveTo(next);
    return true;
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
