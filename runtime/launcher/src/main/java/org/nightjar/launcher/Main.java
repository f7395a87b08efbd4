package org.nightjar.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The program: hands the command line to the server that runs on the data folder, or boots a system
 * for it.
 */
public final class Main {
  private static final int COULD_NOT_RUN = 2;

  /** How long a command waits for another one to finish, or for a server to come up. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A wait longer than this is explained. */
  private static final Duration WORTH_SAYING = Duration.ofSeconds(5);

  /** Bundles are unpacked and settings written before anything else can report a full disk. */
  private static final long SPACE_TO_START = 4 << 20;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private Main() {}

  /** Runs one command line and exits with its status. */
  public static void main(String[] args) {
    int status;
    try {
      status = run(Arguments.parse(args));
    } catch (LaunchException e) {
      System.err.println("nightjar: " + e.getMessage());
      status = COULD_NOT_RUN;
    } catch (IOException e) {
      System.err.println("nightjar: " + e);
      status = COULD_NOT_RUN;
    }
    if (System.out.checkError()) {
      System.err.println(
          "nightjar: the answer could not be written: nobody reads it, or its disk is full");
      status = COULD_NOT_RUN;
    }
    System.exit(status); // whatever threads a plugin may have left behind
  }

  private static int run(Arguments arguments) throws IOException {
    Home home = Home.locate();
    Path folder =
        arguments
            .data()
            .or(() -> Optional.ofNullable(System.getenv("NIGHTJAR_DATA")))
            .map(Path::of)
            .orElseGet(home::defaultData);
    DataFolder data = new DataFolder(folder);
    Optional<DataLock> lock = DataLock.tryAcquire(data.lockFile());
    long begin = System.nanoTime();
    boolean said = false;
    while (lock.isEmpty()
        && !arguments.startsServer()
        && System.nanoTime() - begin < PATIENCE.toNanos()) {
      Optional<RunningServer> server = RunningServer.find(data);
      if (server.isPresent()) {
        OptionalInt status =
            server
                .get()
                .command(arguments.command(), Path.of("").toAbsolutePath(), System.out, System.err);
        if (status.isPresent()) {
          return status.getAsInt();
        }
      }
      if (!said && System.nanoTime() - begin > WORTH_SAYING.toNanos()) {
        System.err.printf(
            "nightjar: waiting for %s, which uses the data folder %s%n",
            DataLock.holder(data), data.directory());
        said = true;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos()); // another process's progress sends no event
      lock = DataLock.tryAcquire(data.lockFile());
    }
    return boot(home, data, lock.orElseThrow(() -> DataLock.held(data)), arguments);
  }

  private static int boot(Home home, DataFolder data, DataLock lock, Arguments arguments)
      throws IOException {
    data.requireSpace(SPACE_TO_START);
    JvmSettings.useScratchFolder(data);
    JvmSettings.apply(home, data); // before the first logger
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    Map<String, String> properties = new HashMap<>();
    String config = arguments.options().get(Arguments.CONFIG);
    if (config != null) {
      properties.put("nightjar.config", Path.of(config).toAbsolutePath().normalize().toString());
    }
    String profile = arguments.options().get(Arguments.PROFILE);
    if (profile != null) {
      properties.put("nightjar.profile", profile);
    }
    try (RunningSystem system = RunningSystem.start(home, data, properties, lock)) {
      Runtime.getRuntime().addShutdownHook(new Thread(system::close, "nightjar-stop"));
      return system.command(arguments.command());
    }
  }
}
