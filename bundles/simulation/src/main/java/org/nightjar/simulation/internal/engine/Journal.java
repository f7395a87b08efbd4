package org.nightjar.simulation.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.json.JsonLine;

/**
 * What of a sky is safe on disk: JSON lines, the first one says which sky. A line that a crash cut
 * off counts as not written. Held by one process at a time.
 */
final class Journal implements Closeable {
  private static final int MOST_BYTES = 64 << 20;

  private final FileChannel channel;
  private final Path file;
  private final Map<String, Position> positions = new LinkedHashMap<>();
  private boolean resumed;

  /**
   * How far a table has come.
   *
   * @param next id of the next row to make
   * @param written rows in its files
   * @param marks of its unfinished files, by format
   * @param finished whether its files are complete
   */
  record Position(long next, long written, Map<String, Long> marks, boolean finished) {}

  private Journal(FileChannel channel, Path file) {
    this.channel = channel;
    this.file = file;
  }

  /**
   * Opens the journal of a sky, or begins it.
   *
   * @param anew whether what another run left is given up
   */
  static Journal open(Path file, String checksum, List<String> formats, boolean anew)
      throws NightjarException, IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Journal journal = new Journal(channel, file);
    try {
      journal.lock();
      if (anew) {
        channel.truncate(0);
      }
      journal.read(checksum, formats);
      return journal;
    } catch (NightjarException | IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void lock() throws NightjarException, IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw NightjarException.of(
          StandardError.CONFLICT,
          "another run is writing this sky",
          file.toString(),
          "Wait for it, or give another folder");
    }
  }

  private void read(String checksum, List<String> formats) throws NightjarException, IOException {
    long size = channel.size();
    if (size > MOST_BYTES) {
      throw damaged("it has " + size + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      continue;
    }
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n') + 1;
    List<String> lines = text.substring(0, end).lines().toList();
    channel.truncate(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
    channel.position(channel.size());
    if (lines.isEmpty()) {
      ObjectNode head = JsonLine.object().put("journal", 1).put("checksum", checksum);
      formats.forEach(head.putArray("formats")::add);
      append(head);
      return;
    }
    head(JsonLine.read(lines.get(0), file.toString()), checksum, formats);
    for (String line : lines.subList(1, lines.size())) {
      note(JsonLine.read(line, file.toString()));
    }
    resumed = true;
  }

  private void head(ObjectNode head, String checksum, List<String> formats)
      throws NightjarException {
    boolean same = head.path("checksum").asText().equals(checksum);
    StringBuilder theirs = new StringBuilder();
    head.path("formats").forEach(format -> theirs.append(format.asText()).append(' '));
    boolean sameFormats = theirs.toString().strip().equals(String.join(" ", formats));
    if (!same || !sameFormats) {
      throw NightjarException.of(
          StandardError.CONFLICT,
          "an unfinished run of another "
              + (same ? "choice of formats" : "description")
              + " lies here",
          file.toString(),
          "Finish it with its own description, give another folder, or --overwrite");
    }
  }

  private void note(JsonNode line) {
    Map<String, Long> marks = new LinkedHashMap<>();
    line.path("marks")
        .properties()
        .forEach(mark -> marks.put(mark.getKey(), mark.getValue().asLong()));
    positions.put(
        line.path("table").asText(),
        new Position(
            line.path("next").asLong(),
            line.path("written").asLong(),
            marks,
            line.path("finished").asBoolean()));
  }

  /** Whether an earlier run began this sky. */
  boolean resumed() {
    return resumed;
  }

  /** How far a table has come; empty if nothing of it is safe. */
  Optional<Position> position(String table) {
    return Optional.ofNullable(positions.get(table));
  }

  /** Notes how far a table has come, safely. */
  void note(String table, Position position) throws IOException {
    positions.put(table, position);
    ObjectNode line =
        JsonLine.object()
            .put("table", table)
            .put("next", position.next())
            .put("written", position.written())
            .put("finished", position.finished());
    ObjectNode marks = line.putObject("marks");
    position.marks().forEach(marks::put);
    append(line);
  }

  private void append(ObjectNode line) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap((JsonLine.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  private NightjarException damaged(String message) {
    return NightjarException.of(
        StandardError.CORRUPT,
        "the journal is damaged: " + message,
        file.toString(),
        "Begin anew with --overwrite");
  }

  /** Removes the journal of a sky that is complete. */
  void remove() throws IOException {
    Files.delete(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
