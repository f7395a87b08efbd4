package org.nightjar.simulation.internal.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.TableFile;
import org.nightjar.api.reader.TableFileWriter;
import org.nightjar.api.reader.TableLayout;
import org.nightjar.api.reader.TableRows;
import org.nightjar.simulation.internal.engine.Journal.Position;

/** The files of one table while it is made: called {@code .part} until they are complete. */
final class OutputTable implements Closeable {
  /** Rows between two places that a later run can go on from. */
  private static final long ROWS_PER_MARK = 1 << 18;

  private final String name;
  private final Path folder;
  private final Journal journal;
  private final List<TableFileWriter> writers;
  private final List<TableFile> files = new ArrayList<>();
  private long next;
  private long written;
  private long marked;

  private OutputTable(String name, Path folder, Journal journal, List<TableFileWriter> writers) {
    this.name = name;
    this.folder = folder;
    this.journal = journal;
    this.writers = writers;
  }

  /** The complete file of a table. */
  static Path file(Path folder, String table, TableFileWriter writer) {
    return folder.resolve(table + writer.suffix());
  }

  private Path part(TableFileWriter writer) {
    return folder.resolve(name + writer.suffix() + ".part");
  }

  /** Begins the files of a table, or goes on with them if all of them can. */
  static OutputTable open(
      TableLayout layout, Path folder, Journal journal, List<TableFileWriter> writers)
      throws NightjarException, IOException {
    OutputTable table = new OutputTable(layout.name(), folder, journal, writers);
    Optional<Position> position =
        journal.position(layout.name()).filter(found -> table.canGoOn(found));
    table.next = position.map(Position::next).orElse(0L);
    table.written = position.map(Position::written).orElse(0L);
    table.marked = table.next;
    try {
      for (TableFileWriter writer : writers) {
        table.files.add(
            position.isEmpty()
                ? writer.create(table.part(writer), layout)
                : writer.resume(
                    table.part(writer), layout, position.get().marks().get(writer.name())));
      }
      return table;
    } catch (NightjarException | IOException | RuntimeException e) {
      table.close();
      throw e;
    }
  }

  private boolean canGoOn(Position position) {
    return writers.stream()
        .allMatch(w -> position.marks().containsKey(w.name()) && Files.exists(part(w)));
  }

  /** Id of the next row to make. */
  long next() {
    return next;
  }

  long written() {
    return written;
  }

  /** Adds the rows that were selected up to an id. */
  void append(TableRows rows, long to) throws NightjarException, IOException {
    if (rows.rows() > 0) {
      for (TableFile file : files) {
        file.append(rows);
      }
    }
    next = to;
    written += rows.rows();
    if (next - marked >= ROWS_PER_MARK) {
      mark();
    }
  }

  private void mark() throws IOException {
    marked = next;
    Map<String, Long> marks = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      OptionalLong mark = files.get(i).mark();
      if (mark.isEmpty()) {
        return; // the table will begin anew, as long as one of its files has to
      }
      marks.put(writers.get(i).name(), mark.getAsLong());
    }
    journal.note(name, new Position(next, written, marks, false));
  }

  /** Completes the files and gives them their names. */
  void finish() throws NightjarException, IOException {
    for (TableFile file : files) {
      file.finish();
    }
    for (TableFileWriter writer : writers) {
      Files.move(
          part(writer),
          file(folder, name, writer),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    journal.note(name, new Position(next, written, Map.of(), true));
  }

  @Override
  public void close() throws IOException {
    for (TableFile file : files) {
      file.close();
    }
  }
}
