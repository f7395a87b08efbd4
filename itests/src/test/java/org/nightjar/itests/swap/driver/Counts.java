package org.nightjar.itests.swap.driver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How often each request was seen by a task, and how often it was answered. */
final class Counts {
  private final Map<String, AtomicInteger> examined = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> answered = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> byVersion = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();

  void examined(Object id) {
    count(examined, (String) id);
  }

  void answered(String id, String version) {
    count(answered, id);
    count(byVersion, version);
  }

  void failed(String id, Throwable failure) {
    count(answered, id);
    count(failures, String.valueOf(failure.getMessage()));
  }

  /** In types that the test knows too. */
  Map<String, Object> result() {
    return Map.of(
        "examined", plain(examined),
        "answered", plain(answered),
        "byVersion", plain(byVersion),
        "failures", plain(failures));
  }

  int answers() {
    return answered.size();
  }

  private static void count(Map<String, AtomicInteger> counts, String key) {
    counts.computeIfAbsent(key, ignored -> new AtomicInteger()).incrementAndGet();
  }

  private static Map<String, Integer> plain(Map<String, AtomicInteger> counts) {
    Map<String, Integer> plain = new ConcurrentHashMap<>();
    counts.forEach((key, count) -> plain.put(key, count.get()));
    return plain;
  }
}
