package org.nightjar.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contestants doing the same work in turns, so that whatever else the machine does meets them all.
 *
 * @param name what is measured
 * @param unit what is counted per CPU-second
 * @param subject ours
 * @param peers whom it is compared with, and the least ratio that is wanted
 */
record Contest(String name, String unit, Contestant subject, Map<Contestant, Double> peers) {
  Contest {
    peers = new LinkedHashMap<>(peers);
  }

  /** Runs all in turns, after one round that does not count. */
  List<Outcome> run(int rounds, double seconds) throws Exception {
    Map<Contestant, double[]> rates = new LinkedHashMap<>();
    rates.put(subject, new double[rounds]);
    peers.keySet().forEach(peer -> rates.put(peer, new double[rounds]));
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<Contestant, double[]> each : rates.entrySet()) {
        double rate = each.getKey().work(seconds).rate();
        if (round >= 0) {
          each.getValue()[round] = rate;
        }
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Map.Entry<Contestant, Double> peer : peers.entrySet()) {
      outcomes.add(
          Outcome.of(
              name,
              unit + "/CPU-s",
              peer.getKey().name(),
              rates.get(subject),
              rates.get(peer.getKey()),
              peer.getValue()));
    }
    return outcomes;
  }
}
