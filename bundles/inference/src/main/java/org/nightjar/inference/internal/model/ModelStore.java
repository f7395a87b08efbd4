package org.nightjar.inference.internal.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.golden.Numbers;

/**
 * The folder of installed packages: {@code ID/VERSION/model.yaml} and {@code model.onnx}. A package
 * is written beside, forced to disk, and renamed into place: it is there whole or not at all.
 */
public final class ModelStore {
  private static final String BESIDE = ".incoming";
  private static final String CHOICE = "choice.json";

  private final Path root;

  /** A store in this folder, which need not exist yet. */
  public ModelStore(Path root) {
    this.root = root;
  }

  /** Folders of installed packages, sorted; leftovers of an interrupted install are removed. */
  public List<Path> packages() throws NightjarException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try {
      delete(root.resolve(BESIDE));
      List<Path> packages = new ArrayList<>();
      for (Path id : folders(root)) {
        packages.addAll(folders(id));
      }
      return packages;
    } catch (IOException e) {
      throw failed("cannot be read", e);
    }
  }

  /** Where a package of this id and version lies, or would lie. */
  public Path folder(String id, String version) {
    return root.resolve(id).resolve(version);
  }

  /** What was decided about the versions of a model. */
  synchronized Choice choice(String id) throws NightjarException {
    Path file = root.resolve(id).resolve(CHOICE);
    try {
      return Files.exists(file)
          ? Choice.read(Files.readString(file), file.toString())
          : Choice.NONE;
    } catch (IOException e) {
      throw failed("cannot be read", e);
    }
  }

  /** Keeps a decision, whole or not at all. */
  synchronized void choose(String id, Choice choice) throws NightjarException {
    Path file = root.resolve(id).resolve(CHOICE);
    try {
      if (choice.equals(choice(id))) {
        return;
      }
      Files.createDirectories(file.getParent());
      Path beside = file.resolveSibling(CHOICE + ".new");
      Files.writeString(beside, choice.json());
      force(beside);
      move(beside, file);
      force(file.getParent());
    } catch (IOException e) {
      throw failed("cannot be written", e);
    }
  }

  /**
   * Copies a package into the store.
   *
   * @throws NightjarException {@code DISK_FULL} or {@code CONFLICT} if it changed while it was
   *     copied
   */
  public void install(ModelPackage source) throws NightjarException {
    Path beside = root.resolve(BESIDE).resolve(UUID.randomUUID().toString());
    Path target = folder(source.manifest().id(), source.manifest().version());
    try {
      Files.createDirectories(beside);
      copy(source.manifestFile(), beside.resolve(ModelPackage.MANIFEST));
      copy(source.graph(), beside.resolve(ModelPackage.GRAPH));
      Path base = source.manifestFile().toAbsolutePath().getParent().normalize();
      for (Path file : namedFiles(source)) {
        Path to = beside.resolve(base.relativize(file).toString());
        Files.createDirectories(to.getParent());
        copy(file, to);
      }
      if (!ModelPackage.read(beside).sha256().equals(source.sha256())) {
        throw NightjarException.of(
            StandardError.CONFLICT,
            "the package changed while it was copied",
            base.toString(),
            "Try again.");
      }
      Files.createDirectories(target.getParent());
      force(beside);
      move(beside, target);
      force(target.getParent());
      force(root);
    } catch (IOException e) {
      throw failed("cannot be written", e);
    } finally {
      discard(beside);
    }
  }

  /** Removes a package; it is gone at once, even if deleting its files takes longer. */
  public void remove(String id, String version) throws NightjarException {
    Path beside = root.resolve(BESIDE).resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(beside.getParent());
      move(folder(id, version), beside);
      force(folder(id, version).getParent());
      delete(beside);
      if (folders(root.resolve(id)).isEmpty()) {
        delete(root.resolve(id));
      }
    } catch (IOException e) {
      throw failed("cannot be changed", e);
    }
  }

  private static List<Path> namedFiles(ModelPackage source) {
    Stream<Path> golden =
        source.manifest().golden().stream()
            .flatMap(
                vector ->
                    Stream.concat(
                        vector.inputs().values().stream(), vector.outputs().values().stream()))
            .map(Numbers::source)
            .flatMap(Optional::stream);
    return Stream.concat(source.manifest().derived().files().stream(), golden).distinct().toList();
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(Files::isDirectory)
          .filter(child -> !child.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to);
    to.toFile().setWritable(true, true);
    try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the data folder's file system cannot rename atomically", e);
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private void discard(Path beside) throws NightjarException {
    try {
      delete(beside);
    } catch (IOException e) {
      throw failed("cannot be cleaned", e);
    }
  }

  private NightjarException failed(String what, IOException e) {
    return new NightjarException(
        NightjarException.of(
                StandardError.DISK_FULL,
                "the model store " + what + ": " + e,
                root.toString(),
                "Look at free space and permissions of the data folder.")
            .problem(),
        e);
  }
}
