package org.nightjar.intake.internal.folder;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One watched folder, looked at again and again. A file is ready when it has looked the same for as
 * many looks as asked for; two are enough if it had not been changed for that long when it was
 * first seen, as one that was written elsewhere and renamed. Not for several threads.
 */
final class WatchedFolder {
  /** A file that is ready to be taken. */
  record Ready(Path file, Stamp stamp) {}

  private static final class Seen {
    private Stamp stamp;
    private int looks;
    private boolean taken;
  }

  private final Path folder;
  private final boolean subfolders;
  private final int settle;
  private final long restMillis;
  private final Map<Path, Seen> seen = new HashMap<>();

  /**
   * @param settle looks in a row at which a file must be the same
   * @param restMillis the time this takes
   */
  WatchedFolder(Path folder, boolean subfolders, int settle, long restMillis) {
    this.folder = folder;
    this.subfolders = subfolders;
    this.settle = settle;
    this.restMillis = restMillis;
  }

  Path folder() {
    return folder;
  }

  /** Looks once; files that are ready, by name. */
  List<Ready> look(long nowMillis) throws IOException {
    Map<Path, Stamp> present = list();
    seen.keySet().retainAll(present.keySet());
    List<Ready> ready = new ArrayList<>();
    present.forEach(
        (file, stamp) -> {
          Seen one = seen.computeIfAbsent(file, path -> new Seen());
          if (!stamp.equals(one.stamp)) {
            one.stamp = stamp;
            one.looks = 0;
            one.taken = false;
          }
          one.looks++;
          boolean rested = nowMillis - stamp.modified().toEpochMilli() >= restMillis;
          if (!one.taken && one.looks >= (rested ? Math.min(2, settle) : settle)) {
            ready.add(new Ready(file, stamp));
          }
        });
    ready.sort((a, b) -> a.file().compareTo(b.file()));
    return ready;
  }

  /** The file need not be given again unless it changes. */
  void taken(Ready ready) {
    Seen one = seen.get(ready.file());
    if (one != null && ready.stamp().equals(one.stamp)) {
      one.taken = true;
    }
  }

  private Map<Path, Stamp> list() throws IOException {
    Map<Path, Stamp> present = new HashMap<>();
    Files.walkFileTree(
        folder,
        Set.of(FileVisitOption.FOLLOW_LINKS),
        subfolders ? Integer.MAX_VALUE : 1,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(folder) && temporary(directory);
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !temporary(file)) {
              present.put(file, Stamp.of(attributes));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (file.equals(folder)) {
              throw why;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return present;
  }

  /** Names that programs give to files they have not finished. */
  private static boolean temporary(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith(".")
        || name.endsWith(".part")
        || name.endsWith(".tmp")
        || name.endsWith("~");
  }
}
