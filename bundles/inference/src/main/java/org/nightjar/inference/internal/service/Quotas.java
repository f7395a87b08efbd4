package org.nightjar.inference.internal.service;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.inference.internal.client.Quota;

/** Reads {@code inference.quotas}. */
final class Quotas {
  private Quotas() {}

  static Map<String, Quota> read(String[] entries) {
    Map<String, Quota> quotas = new LinkedHashMap<>();
    for (String entry : entries) {
      List<String> words = Arrays.asList(entry.trim().split("\\s+"));
      Quota quota = Quota.DEFAULT;
      for (String word : words.subList(1, words.size())) {
        quota = with(quota, word, entry);
      }
      quotas.put(words.get(0), quota);
    }
    return quotas;
  }

  private static Quota with(Quota before, String word, String entry) {
    int equals = word.indexOf('=');
    try {
      String key = equals < 0 ? word : word.substring(0, equals);
      double value = Double.parseDouble(word.substring(equals + 1));
      return switch (key) {
        case "share" ->
            new Quota(value, before.time(), before.queue(), before.bytes(), before.leases());
        case "time" ->
            new Quota(before.share(), value, before.queue(), before.bytes(), before.leases());
        case "queue" ->
            new Quota(before.share(), before.time(), (int) value, before.bytes(), before.leases());
        case "megabytes" ->
            new Quota(
                before.share(),
                before.time(),
                before.queue(),
                (long) (value * (1 << 20)),
                before.leases());
        case "leases" ->
            new Quota(before.share(), before.time(), before.queue(), before.bytes(), (int) value);
        default -> throw wrong(entry, "'" + key + "' is not known");
      };
    } catch (NumberFormatException e) {
      throw wrong(entry, "'" + word + "' is not KEY=NUMBER");
    } catch (IllegalArgumentException e) {
      throw e.getMessage().startsWith("inference.quotas") ? e : wrong(entry, e.getMessage());
    }
  }

  private static IllegalArgumentException wrong(String entry, String why) {
    return new IllegalArgumentException(
        "inference.quotas: '"
            + entry
            + "': "
            + why
            + "; write PLUGIN and any of share=2 time=0.5 queue=100 megabytes=64 leases=4");
  }
}
