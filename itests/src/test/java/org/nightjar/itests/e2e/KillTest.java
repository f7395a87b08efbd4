package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.itests.samples.SampleProducts;

/**
 * {@code kill -9} at random moments while a watched folder fills and {@code submit} runs: whatever
 * was in the folder or acknowledged to a submitter is judged, once.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("nightjar.kills", 20);
  private static final long SEED = 20_261_120;
  private static final int PER_ROUND = 2;

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Set<String> watched = new HashSet<>();
  private final Set<String> acknowledged = new HashSet<>();
  private final Set<String> offered = new HashSet<>();
  private int hits;

  @Test
  void nothingIsLostAndNothingDoubled() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Path desk = Files.createDirectory(folder.resolve("desk"));
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    nightjar.configure("intake:\n  pollMilliseconds: 50\n");
    for (int kill = 0; kill < KILLS; kill++) {
      // What the server killed before left there would pass for this one being ready.
      Files.deleteIfExists(nightjar.data().resolve("run/server.json"));
      Process server = nightjar.start("run", "--watch", inbox.toString());
      for (int i = 0; i < PER_ROUND; i++) {
        drop(inbox, kill * PER_ROUND + i);
        offer(nightjar, desk, kill * PER_ROUND + i, server);
      }
      // A random moment between the first start and long after the last submission.
      server.waitFor(random.nextInt(3000), TimeUnit.MILLISECONDS);
      kill(server);
    }
    assertThat(hits).as("kills that hit a running server").isEqualTo(KILLS);
    settle(nightjar, inbox);
    verify(nightjar);
  }

  /**
   * A file appears in the watched folder as a careful writer makes it appear: whole, by a rename.
   */
  private void drop(Path inbox, int number) throws IOException {
    Path hidden = inbox.resolve(".w" + number + ".part");
    SampleProducts.tinyExposure(hidden, SEED + number);
    Path file = inbox.resolve("w" + number + ".fits");
    Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
    watched.add(file.toUri().toString());
  }

  /**
   * Somebody submits a file while the server may be dying: only exit status 0 is an
   * acknowledgement.
   */
  private void offer(Nightjar nightjar, Path desk, int number, Process server)
      throws IOException, InterruptedException {
    Path file = desk.resolve("s" + number + ".fits");
    SampleProducts.tinyExposure(file, SEED + 1_000_000 + number);
    offered.add(file.toUri().toString());
    await().atMost(Duration.ofSeconds(60)).until(() -> ready(nightjar) || !server.isAlive());
    Process submit = nightjar.start("submit", file.toString());
    if (random.nextInt(4) == 0) {
      submit.waitFor(random.nextInt(150), TimeUnit.MILLISECONDS);
      kill(server);
    }
    if (submit.waitFor() == 0) {
      acknowledged.add(file.toUri().toString());
    }
  }

  private void kill(Process server) throws InterruptedException {
    if (server.isAlive()) {
      hits++;
    }
    server.destroyForcibly().waitFor();
  }

  private static boolean ready(Nightjar nightjar) {
    return Files.exists(nightjar.data().resolve("run/server.json"));
  }

  private void settle(Nightjar nightjar, Path inbox) throws Exception {
    Process server = nightjar.start("run", "--watch", inbox.toString());
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(
              () -> {
                List<ObjectNode> lines = nightjar.run("ledger", "--json").exits(0).lines();
                assertThat(LedgerLines.sum(lines, "pending")).isZero();
                assertThat(reported(nightjar)).containsAll(watched);
              });
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private void verify(Nightjar nightjar) throws Exception {
    List<ObjectNode> reports =
        nightjar.run("reports", "--all", "--limit", "100000", "--json").exits(0).lines();
    List<String> uris = reports.stream().map(line -> line.at("/product/uri").asText()).toList();
    assertThat(uris).as("one report a product").doesNotHaveDuplicates();
    assertThat(uris).containsAll(watched).containsAll(acknowledged);
    Set<String> all = new HashSet<>(watched);
    all.addAll(offered);
    assertThat(all).containsAll(uris);
    assertThat(acknowledged).as("submissions that went through").isNotEmpty();

    List<ObjectNode> ledger = nightjar.run("ledger", "--json").exits(0).lines();
    assertThat(ledger).allSatisfy(LedgerLines::balances);
    assertThat(LedgerLines.sum(ledger, "reported")).isEqualTo(reports.size());
  }

  private static Set<String> reported(Nightjar nightjar)
      throws IOException, InterruptedException, NightjarException {
    return nightjar.run("reports", "--limit", "100000", "--json").exits(0).lines().stream()
        .map(line -> line.at("/product/uri").asText())
        .collect(Collectors.toSet());
  }
}
