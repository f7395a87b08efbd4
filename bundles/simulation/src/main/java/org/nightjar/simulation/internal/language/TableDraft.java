package org.nightjar.simulation.internal.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.simulation.internal.plan.Column;
import org.nightjar.simulation.internal.plan.Rows;
import org.nightjar.yaml.Yaml;

/** A table while it is read. */
final class TableDraft {
  /** How far the reading of a column has come. */
  enum State {
    WAITING,
    BEING_READ,
    DONE
  }

  /** One entry of {@code columns}, which may name several. */
  static final class Entry {
    private final List<String> names;
    private final Yaml.Field field;
    private State state = State.WAITING;

    Entry(List<String> names, Yaml.Field field) {
      this.names = List.copyOf(names);
      this.field = field;
    }

    List<String> names() {
      return names;
    }

    Yaml.Field field() {
      return field;
    }

    State state() {
      return state;
    }

    void state(State next) {
      state = next;
    }
  }

  private final String name;
  private final Yaml.Field field;
  private final Yaml.Fields section;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private State state = State.WAITING;
  private Rows rows;
  private String root = "";

  TableDraft(Yaml.Field field, Yaml.Fields section) {
    this.name = field.key();
    this.field = field;
    this.section = section;
  }

  String name() {
    return name;
  }

  int line() {
    return field.line();
  }

  Yaml.Fields section() {
    return section;
  }

  /** The entries by each of their names. */
  Map<String, Entry> entries() {
    return entries;
  }

  /** The columns that have been read. */
  Map<String, Column> columns() {
    return columns;
  }

  State state() {
    return state;
  }

  void state(State next) {
    state = next;
  }

  Optional<Rows> rows() {
    return Optional.ofNullable(rows);
  }

  /** The table that its rows come from in the end: tables of one root have the same ids. */
  String root() {
    return root;
  }

  void rows(Rows found, String from) {
    rows = found;
    root = from;
  }
}
