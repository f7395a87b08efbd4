package org.nightjar.inference.internal.client;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody who has asked, by name. */
public final class Clients {
  /** Names that come and go, such as those of commands, must not fill the memory. */
  private static final int MOST = 1000;

  private final Map<String, Quota> quotas;
  private final Map<String, Client> clients = new ConcurrentHashMap<>();

  /**
   * Nobody has asked.
   *
   * @param quotas by name, of those who do not have the default
   */
  public Clients(Map<String, Quota> quotas) {
    this.quotas = Map.copyOf(quotas);
  }

  /** The client of a name; those beyond a bound are counted together. */
  public Client of(String name) {
    Client known = clients.get(name);
    if (known != null) {
      return known;
    }
    String counted = clients.size() < MOST || quotas.containsKey(name) ? name : "others";
    return clients.computeIfAbsent(
        counted, each -> new Client(each, quotas.getOrDefault(each, Quota.DEFAULT)));
  }

  /** How many they are. */
  public int count() {
    return clients.size();
  }

  /** All of them, by name. */
  public Collection<Client> all() {
    return new TreeMap<>(clients).values();
  }
}
