package org.nightjar.itests.swap.driver;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Priority;
import org.nightjar.api.product.ProductRef;
import org.nightjar.bus.Bus;
import org.nightjar.dispatch.Addresses;

/** Asks at a steady rate, whatever becomes of the answers: an open loop. */
final class Load extends Thread {
  private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(1) / 1_000;
  private static final Duration ANSWER_AT_MOST = Duration.ofSeconds(30);

  private final Bus bus;
  private final Counts counts;
  private final URI file;
  private final Phaser open = new Phaser(1);
  private volatile boolean ending;
  private int sent;

  Load(Bus bus, Counts counts, URI file) {
    super("swap-load");
    this.bus = bus;
    this.counts = counts;
    this.file = file;
  }

  @Override
  public void run() {
    long next = System.nanoTime();
    while (!ending) {
      send(sent++);
      next += NANOS_BETWEEN;
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  /** Sends no more and waits for all answers; how many requests there were. */
  int end() throws InterruptedException, TimeoutException {
    ending = true;
    join();
    open.awaitAdvanceInterruptibly(open.arrive(), ANSWER_AT_MOST.toSeconds() + 5, TimeUnit.SECONDS);
    return sent;
  }

  private void send(int number) {
    Envelope envelope = envelope(number);
    String id = envelope.ref().id();
    open.register();
    bus.request(Addresses.examine("swapped"), envelope, ANSWER_AT_MOST)
        .whenComplete(
            (report, failure) -> {
              if (failure == null) {
                counts.answered(id, report.provenance().pluginVersion());
              } else {
                counts.failed(id, failure);
              }
              open.arriveAndDeregister();
            });
  }

  private Envelope envelope(int number) {
    return new Envelope(
        ProductRef.of(ProbeReader.KIND, file, 1, 1, sha256("request " + number)),
        Facts.NONE,
        LocalDate.EPOCH,
        Priority.LIVE,
        Optional.empty());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
