package org.nightjar.store.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.bus.Bus;
import org.nightjar.bus.Topic;

/**
 * One transaction: the rows it changes, the counters it moves, and what to tell once it is safe.
 */
public final class Transaction {
  private record Event<T>(Topic<T> topic, T event) {
    void tell(Bus bus) {
      bus.publish(topic, event);
    }
  }

  private final Connection connection;
  private final Tally tally = new Tally();
  private final List<Event<?>> events = new ArrayList<>();

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /** Where to write. */
  public Connection connection() {
    return connection;
  }

  /** The counters. */
  public Tally tally() {
    return tally;
  }

  /** Tells this on the bus after the commit, in the order of the calls. */
  public <T> void tell(Topic<T> topic, T event) {
    events.add(new Event<>(topic, event));
  }

  void flush() throws SQLException {
    tally.write(connection);
  }

  void tellAll(Bus bus) {
    events.forEach(event -> event.tell(bus));
  }
}
