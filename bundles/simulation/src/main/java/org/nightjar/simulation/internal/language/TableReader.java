package org.nightjar.simulation.internal.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.simulation.internal.language.TableDraft.Entry;
import org.nightjar.simulation.internal.language.TableDraft.State;
import org.nightjar.simulation.internal.plan.Call;
import org.nightjar.simulation.internal.plan.Column;
import org.nightjar.simulation.internal.plan.Condition;
import org.nightjar.simulation.internal.plan.Rows;
import org.nightjar.simulation.internal.plan.TablePlan;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;

/**
 * Reads the section {@code tables}. A column is read when it is first used, so that the order of a
 * description does not matter, and a circle is met where it closes.
 */
final class TableReader {
  static final List<String> KEYS = List.of("rows", "columns", "select", "write");
  static final String ID = "id";
  static final String CONSTANT = "values.constant";
  static final long MOST_ROWS = 1L << 53;
  private static final int MOST_COLUMNS = 998;
  private static final int MOST_TABLES = 200;
  private static final Pattern TABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");
  private static final Pattern COLUMN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");

  private final Variables variables;
  private final ProblemList problems;
  private final Keys keys;
  private final CallReader calls;
  private final Map<String, TableDraft> drafts = new LinkedHashMap<>();
  private final List<String> path = new ArrayList<>();
  private final Set<String> noted = new HashSet<>();

  TableReader(CallReader calls, Variables variables, ProblemList problems) {
    this.calls = calls;
    this.variables = variables;
    this.problems = problems;
    this.keys = new Keys(problems);
  }

  List<TablePlan> read(Yaml.Fields section) {
    if (section.fields().isEmpty() || section.fields().size() > MOST_TABLES) {
      problems.add(
          section.line(),
          section.fields().size() + " tables",
          "Describe 1 to " + MOST_TABLES + ".");
      return List.of();
    }
    section.fields().forEach(this::draft);
    drafts.values().forEach(this::rows);
    for (TableDraft draft : drafts.values()) {
      List.copyOf(draft.entries().values()).forEach(entry -> read(draft, entry));
    }
    return drafts.values().stream().map(this::plan).flatMap(Optional::stream).toList();
  }

  private void draft(Yaml.Field field) {
    if (!TABLE.matcher(field.key()).matches()) {
      problems.add(
          field.line(),
          "a table cannot be called '" + field.key() + "'",
          "Use up to 60 letters, digits, - and _, a letter first.");
      return;
    }
    Optional<Yaml.Fields> section = keys.section("the table " + field.key(), field.value(), KEYS);
    if (section.isEmpty()) {
      return;
    }
    TableDraft draft = new TableDraft(field, section.get());
    drafts.put(field.key(), draft);
    section
        .get()
        .value("columns")
        .flatMap(yaml -> keys.section("columns", yaml))
        .ifPresent(columns -> columns.fields().forEach(column -> entry(draft, column)));
    if (draft.entries().size() > MOST_COLUMNS) {
      problems.add(
          field.line(),
          draft.entries().size() + " columns in " + draft.name(),
          "Describe at most " + MOST_COLUMNS + ".");
      draft.entries().clear();
    }
  }

  private void entry(TableDraft draft, Yaml.Field field) {
    List<String> names = Arrays.stream(field.key().split(",", -1)).map(String::strip).toList();
    Entry entry = new Entry(names, field);
    for (String name : names) {
      if (checked(name, field.line())) {
        Entry before = draft.entries().putIfAbsent(name, entry);
        if (before != null) {
          twice(draft, name, field.line());
        }
      }
    }
  }

  private void twice(TableDraft draft, String name, int line) {
    problems.add(
        line, "the table " + draft.name() + " has two columns '" + name + "'", "Rename one.");
  }

  private boolean checked(String name, int line) {
    if (name.equals(ID)) {
      problems.add(line, "every table has a column 'id' already", "Use another name.");
      return false;
    }
    if (!COLUMN.matcher(name).matches()) {
      problems.add(
          line,
          "a column cannot be called '" + name + "'",
          "Use up to 60 letters, digits and _, a letter first.");
      return false;
    }
    return true;
  }

  /** Finds out where the rows of a table come from. */
  private Optional<Rows> rows(TableDraft draft) {
    if (draft.state() == State.BEING_READ) {
      problems.add(
          draft.line(), "the rows of " + draft.name() + " come from itself", "Give a number.");
    }
    if (draft.state() != State.WAITING) {
      return draft.rows();
    }
    draft.state(State.BEING_READ);
    Optional<Yaml> yaml = draft.section().value("rows");
    if (yaml.isEmpty()) {
      problems.add(
          draft.line(),
          "the table " + draft.name() + " lacks 'rows'",
          "Give a number, a component that makes rows, or $TABLE for one row for each of its rows.");
    } else {
      rows(draft, yaml.get());
    }
    draft.state(State.DONE);
    return draft.rows();
  }

  private void rows(TableDraft draft, Yaml yaml) {
    String what = "the rows of " + draft.name();
    if (yaml instanceof Yaml.Fields) {
      calls
          .read(draft.name(), what, Role.ROWS, List.of(), yaml, new OfTable(null))
          .ifPresent(
              call -> {
                draft.rows(new Rows.Made(call), draft.name());
                add(draft, call, yaml.line());
              });
      return;
    }
    Optional<String> reference = Variables.reference(yaml);
    if (reference.isPresent() && drafts.containsKey(reference.get())) {
      TableDraft other = drafts.get(reference.get());
      if (rows(other).isPresent()) {
        draft.rows(new Rows.Each(rowsOnly(other)), other.root());
      }
      return;
    }
    variables
        .resolve(yaml)
        .flatMap(value -> keys.whole(what, value))
        .ifPresent(count -> fixed(draft, yaml.line(), count));
  }

  private void fixed(TableDraft draft, int line, long count) {
    if (count < 0 || count > MOST_ROWS) {
      problems.add(
          line, draft.name() + " would have " + count + " rows", "Give 0 to " + MOST_ROWS + ".");
    } else {
      draft.rows(new Rows.Fixed(count), draft.name());
    }
  }

  /** What counts the rows of another table; its columns are found by their own names. */
  private static TablePlan rowsOnly(TableDraft draft) {
    return new TablePlan(draft.name(), draft.rows().orElseThrow(), Map.of(), List.of(), List.of());
  }

  private void add(TableDraft draft, Call call, int line) {
    for (Column column : call.outputs()) {
      boolean taken = draft.entries().containsKey(column.name());
      if (taken) {
        twice(draft, column.name(), line);
      } else if (checked(column.name(), line)) {
        draft.columns().put(column.name(), column);
      }
    }
  }

  private void read(TableDraft draft, Entry entry) {
    if (entry.state() == State.BEING_READ) {
      int from = path.indexOf(place(draft, entry));
      problems.add(
          entry.field().line(),
          "columns go round in a circle: "
              + String.join(" -> ", path.subList(from, path.size()))
              + " -> "
              + place(draft, entry),
          "Calculate one of them from something else.");
    }
    if (entry.state() != State.WAITING) {
      return;
    }
    entry.state(State.BEING_READ);
    path.add(place(draft, entry));
    ColumnFinder finder = new OfTable(draft);
    Yaml value = entry.field().value();
    Optional<String> reference = Variables.reference(value);
    if (reference.isPresent() && finder.isColumn(reference.get())) {
      finder
          .find(reference.get(), entry.field().line())
          .ifPresent(column -> draft.columns().put(entry.names().get(0), column));
    } else {
      calls
          .read(draft.name(), place(draft, entry), Role.COLUMNS, entry.names(), call(value), finder)
          .ifPresent(call -> call.outputs().forEach(c -> draft.columns().put(c.name(), c)));
    }
    path.remove(path.size() - 1);
    entry.state(State.DONE);
  }

  private static String place(TableDraft draft, Entry entry) {
    return draft.name() + "." + String.join(", ", entry.names());
  }

  /** A bare value is a constant. */
  private static Yaml call(Yaml value) {
    if (value instanceof Yaml.Fields) {
      return value;
    }
    int line = value.line();
    Yaml.Fields arguments = new Yaml.Fields(line, List.of(new Yaml.Field(line, "value", value)));
    return new Yaml.Fields(line, List.of(new Yaml.Field(line, CONSTANT, arguments)));
  }

  private Optional<TablePlan> plan(TableDraft draft) {
    List<Condition> select =
        draft
            .section()
            .value("select")
            .map(yaml -> new ConditionReader(variables, new OfTable(draft), problems).read(yaml))
            .orElse(List.of());
    List<String> written = written(draft);
    return draft
        .rows()
        .map(
            rows -> {
              Map<String, Column> inOrder = inOrder(draft);
              return new TablePlan(
                  draft.name(),
                  rows,
                  inOrder,
                  select,
                  written.isEmpty() ? List.copyOf(inOrder.keySet()) : written);
            });
  }

  /** Columns of the rows first, then in the order of the description. */
  private static Map<String, Column> inOrder(TableDraft draft) {
    Map<String, Column> all = new LinkedHashMap<>();
    draft.columns().keySet().stream()
        .filter(name -> !draft.entries().containsKey(name))
        .forEach(name -> all.put(name, draft.columns().get(name)));
    draft.entries().keySet().stream()
        .filter(draft.columns()::containsKey)
        .forEach(name -> all.put(name, draft.columns().get(name)));
    return all;
  }

  private List<String> written(TableDraft draft) {
    List<String> names = new ArrayList<>();
    draft
        .section()
        .value("write")
        .flatMap(yaml -> keys.list("write", yaml))
        .ifPresent(
            list ->
                list.forEach(
                    item ->
                        keys.text("write", item)
                            .ifPresent(
                                name -> {
                                  OfTable finder = new OfTable(draft);
                                  if (finder.find(name, item.line()).isPresent()
                                      && !names.contains(name)) {
                                    names.add(name);
                                  }
                                })));
    return names;
  }

  /** Notes a problem once: a reference is looked at for its unit and for its values. */
  private void note(int line, String message, String remedy) {
    if (noted.add(line + " " + message)) {
      problems.add(line, message, remedy);
    }
  }

  /** What the rows of one table see: its own columns and those of tables with the same rows. */
  private final class OfTable implements ColumnFinder {
    private final TableDraft draft;

    /** Of no table: there are no columns yet. */
    OfTable(TableDraft draft) {
      this.draft = draft;
    }

    @Override
    public boolean isColumn(String reference) {
      if (reference.contains(".")) {
        return true;
      }
      return draft != null && columnNames(draft).contains(reference);
    }

    private List<String> columnNames(TableDraft of) {
      rows(of);
      List<String> names = new ArrayList<>(of.entries().keySet());
      names.addAll(of.columns().keySet());
      return names;
    }

    @Override
    public Optional<Column> find(String reference, int line) {
      int dot = reference.indexOf('.');
      TableDraft table = dot < 0 ? draft : drafts.get(reference.substring(0, dot));
      if (table == null) {
        String name = dot < 0 ? reference : reference.substring(0, dot);
        note(
            line,
            dot < 0
                ? "'$" + name + "' is no parameter, and rows are made before any column"
                : "there is no table '" + name + "'",
            Suggestion.remedy(name, dot < 0 ? variables.names() : drafts.keySet()));
        return Optional.empty();
      }
      return in(table, reference.substring(dot + 1), line);
    }

    private Optional<Column> in(TableDraft table, String name, int line) {
      Optional<Rows> theirs = rows(table);
      if (draft != null
          && table != draft
          && theirs.isPresent()
          && rows(draft).isPresent()
          && !table.root().equals(draft.root())) {
        note(
            line,
            "%s and %s do not have the same rows".formatted(draft.name(), table.name()),
            "Give %s 'rows: $%s'.".formatted(draft.name(), table.name()));
        return Optional.empty();
      }
      if (!columnNames(table).contains(name)) {
        if (theirs.isPresent()) { // else its rows are broken, and its columns unknown
          List<String> known = new ArrayList<>(columnNames(table));
          known.addAll(table == draft ? variables.names() : List.of());
          note(
              line,
              "there is no column '%s' in %s".formatted(name, table.name()),
              Suggestion.remedy(name, known));
        }
        return Optional.empty();
      }
      if (table.entries().containsKey(name)) {
        read(table, table.entries().get(name));
      }
      return Optional.ofNullable(table.columns().get(name));
    }
  }
}
