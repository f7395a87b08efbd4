package org.nightjar.inference.endurance;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Urgency;
import org.nightjar.inference.internal.client.ClientUse;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.inference.internal.station.Station;

/** Full load on two models while a third comes and goes, for as long as wanted. */
public final class SoakProgram {
  private static final int CALLERS = 8;
  private static final int CYCLES = 50;

  private SoakProgram() {}

  /** Arguments: a folder to write into, seconds. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out =
        new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
    Path folder = Path.of(arguments[0]);
    long nanos = Long.parseLong(arguments[1]) * 1_000_000_000L;
    InferenceService service = AnySize.service(folder, Map.of(), List.of("one", "two"));
    ModelPackage third = AnySize.write(folder.resolve("three"), "three", "1");
    long begun = System.nanoTime();
    long end = begun + nanos;
    AtomicLong answered = new AtomicLong();
    ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
    List<Future<?>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      int number = i;
      callers.add(pool.submit(() -> load(service, number, end, answered)));
    }
    long settled = 0;
    long most = 0;
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      cycle(service, third);
      long due = begun + nanos * (cycle + 1) / CYCLES;
      while (System.nanoTime() < due) {
        Thread.onSpinWait();
        java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
      }
      if (cycle == CYCLES / 3) {
        settled = resident();
      } else if (cycle > CYCLES / 3) {
        most = Math.max(most, resident());
      }
    }
    for (Future<?> caller : callers) {
      caller.get();
    }
    pool.shutdown();
    out.println("answered " + answered.get());
    out.println("settled " + settled);
    out.println("most " + most);
    out.println(
        "waiting " + service.clients().all().stream().mapToInt(c -> c.use().waiting()).sum());
    out.println("leases " + service.clients().all().stream().mapToInt(c -> c.use().leases()).sum());
    out.println(
        "failed "
            + service.clients().all().stream()
                .map(c -> c.use())
                .mapToLong(ClientUse::failed)
                .sum());
    List<Station> stations = service.stations();
    service.loaded().remove("one");
    service.loaded().remove("two");
    out.println("held " + stations.stream().mapToLong(s -> s.ledger().used()).sum());
    service.stop();
    out.println("done yes");
    System.exit(0);
  }

  /** A third model is loaded, used by a client that forgets to clean up, and removed. */
  private static void cycle(InferenceService service, ModelPackage third) throws Exception {
    service.loaded().add(third, Optional.empty());
    InferenceScope plugin = service.scope("plugin");
    ModelInfo model = plugin.model("three").orElseThrow();
    plugin.lease(model);
    plugin.inferAll(model, List.of(AnySize.image(64, 72, 1)), Urgency.BULK);
    plugin.infer(model, AnySize.image(128, 128, 2), Urgency.BULK);
    plugin.close();
    service.loaded().remove("three");
  }

  private static Void load(InferenceService service, int number, long end, AtomicLong answered)
      throws Exception {
    SplittableRandom random = new SplittableRandom(number);
    InferenceScope scope = service.scope("caller " + number % 2);
    ModelInfo model = scope.model(number % 2 == 0 ? "one" : "two").orElseThrow();
    while (System.nanoTime() < end) {
      int rows = 40 + 16 * random.nextInt(4);
      try {
        scope.inferAll(model, List.of(AnySize.image(rows, 100, random.nextLong())), Urgency.BULK);
        answered.incrementAndGet();
      } catch (NightjarException e) {
        throw new IllegalStateException(e);
      }
    }
    scope.close();
    return null;
  }

  /** Resident memory in KiB. */
  private static long resident() throws Exception {
    System.gc();
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}
