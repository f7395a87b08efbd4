package org.nightjar.alerts.internal.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.nightjar.api.error.NightjarException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where schemas by number lie: {@code N.avsc} in the data folder, put there by an operator; those
 * that a configured folder holds; and {@code learned/N.avsc}, seen in a container whose name tells
 * its number. The first that has a number counts: what a container brings never replaces what an
 * operator gave.
 */
public final class SchemaShelf {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaShelf.class);
  private static final String SUFFIX = ".avsc";
  private static final String LEARNED = "learned";
  private static final int DEEPEST = 6;
  private static final int MOST_FILES = 5_000;
  private static final long LOOK_AGAIN = TimeUnit.MINUTES.toNanos(1);

  private final Path own;
  private final Optional<Path> configured;
  private Map<Integer, List<Path>> index;
  private long indexed;

  /**
   * A shelf.
   *
   * @param own folder that need not exist yet
   * @param configured folder with more, which is only read
   */
  public SchemaShelf(Path own, Optional<Path> configured) {
    this.own = own;
    this.configured = configured;
  }

  /** A schema on the shelf. */
  public record Entry(int id, String origin, Path file) {}

  /** Everything there is, by number. */
  public List<Entry> entries() throws IOException {
    Map<Integer, Entry> all = new TreeMap<>();
    list(own.resolve(LEARNED), LEARNED, all);
    indexAgain();
    index().forEach((id, files) -> all.put(id, new Entry(id, "folder", files.get(0))));
    list(own, "added", all);
    return List.copyOf(all.values());
  }

  private static void list(Path folder, String origin, Map<Integer, Entry> all) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        number(file).ifPresent(id -> all.put(id, new Entry(id, origin, file)));
      }
    }
  }

  private static OptionalInt number(Path file) {
    String name = file.getFileName().toString();
    return name.matches("\\d{1,9}\\.avsc")
        ? OptionalInt.of(Integer.parseInt(name.substring(0, name.length() - SUFFIX.length())))
        : OptionalInt.empty();
  }

  /** The first file of the schema of a number. */
  public Optional<Path> file(int id) {
    return files(id).map(files -> files.get(0));
  }

  private Optional<List<Path>> files(int id) {
    if (id < 0) {
      return Optional.empty();
    }
    Optional<Path> added = added(id);
    if (added.isPresent()) {
      return added.map(List::of);
    }
    List<Path> indexed = indexed(id);
    if (indexed != null) {
      return Optional.of(indexed);
    }
    Path learned = own.resolve(LEARNED).resolve(id + SUFFIX);
    return Files.isRegularFile(learned) ? Optional.of(List.of(learned)) : Optional.empty();
  }

  /** The file that an operator added for a number. */
  public Optional<Path> added(int id) {
    return Optional.of(own.resolve(id + SUFFIX)).filter(Files::isRegularFile);
  }

  /** Reads the schema of a number, if there is one. */
  Optional<SchemaText> read(int id) throws NightjarException, IOException {
    Optional<List<Path>> files = files(id);
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new SchemaText(SchemaFiles.join(files.get()), List.of()));
  }

  /** Puts a schema on the shelf, in place of one of that number. Returns its file. */
  public Path add(int id, Schema schema) throws IOException {
    return write(own, id, schema);
  }

  /** Keeps what a container brought, unless the number is there already. */
  void learn(int id, Schema schema) {
    if (file(id).isEmpty()) {
      try {
        write(own.resolve(LEARNED), id, schema);
      } catch (IOException e) {
        LOG.warn("Schema {} cannot be kept for framed packets: {}", id, e.toString());
      }
    }
  }

  private static Path write(Path folder, int id, Schema schema) throws IOException {
    Files.createDirectories(folder);
    Path target = folder.resolve(id + SUFFIX);
    Path draft = Files.createTempFile(folder, id + "-", ".tmp");
    Files.writeString(draft, schema.toString(true));
    return Files.move(
        draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A folder in which somebody puts a new version is looked at again, but not for every packet. */
  private synchronized List<Path> indexed(int id) {
    List<Path> files = index().get(id);
    if (files == null && System.nanoTime() - indexed > LOOK_AGAIN) {
      indexAgain();
      files = index().get(id);
    }
    return files;
  }

  private synchronized void indexAgain() {
    index = null;
  }

  /** What the configured folder holds: its folders each hold one version. */
  private synchronized Map<Integer, List<Path>> index() {
    if (index == null) {
      index = new TreeMap<>();
      indexed = System.nanoTime();
      configured.filter(Files::isDirectory).ifPresent(this::indexFolder);
    }
    return index;
  }

  private void indexFolder(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      files
          .filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
          .limit(MOST_FILES)
          .sorted()
          .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()))
          .values()
          .forEach(this::indexVersion);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Schema folder {} cannot be read: {}", folder, e.toString());
    }
  }

  private void indexVersion(List<Path> files) {
    List<Path> rest = new ArrayList<>();
    for (Path file : files) {
      OptionalInt id = number(file);
      if (id.isPresent()) {
        index.putIfAbsent(id.getAsInt(), List.of(file));
      } else {
        rest.add(file);
      }
    }
    if (rest.isEmpty()) {
      return;
    }
    try {
      SchemaIds.of(SchemaFiles.join(rest)).ifPresent(id -> index.putIfAbsent(id, rest));
    } catch (NightjarException | IOException e) {
      LOG.warn("Schemas of {} are passed by: {}", rest.get(0).getParent(), e.toString());
    }
  }
}
