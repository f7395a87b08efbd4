package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Sums over the lines of {@code nightjar ledger --json}. */
final class LedgerLines {
  private LedgerLines() {}

  static long sum(List<ObjectNode> lines, String column) {
    return lines.stream().mapToLong(line -> line.path(column).asLong()).sum();
  }

  static void balances(ObjectNode line) {
    long accounted =
        Stream.of("reported", "rejected", "quarantined", "duplicate", "pending")
            .mapToLong(column -> line.path(column).asLong())
            .sum();
    assertThat(line.path("received").asLong()).as(line.toString()).isEqualTo(accounted);
  }
}
