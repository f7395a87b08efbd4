package org.nightjar.intake.internal.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;

/** The files that path arguments mean. */
final class Paths {
  private Paths() {}

  /** Files as they are, folders walked, their files sorted; hidden ones are left out. */
  static List<Path> files(CommandCall call) throws NightjarException {
    List<Path> files = new ArrayList<>();
    for (String argument : call.parameters()) {
      Path path = call.path(argument);
      if (Files.isDirectory(path)) {
        walk(path, files);
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw NightjarException.of(
            StandardError.NOT_FOUND, "there is no such file or folder", argument, "");
      }
    }
    return files;
  }

  private static void walk(Path folder, List<Path> files) throws NightjarException {
    try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      found
          .filter(Files::isRegularFile)
          .filter(file -> !hidden(folder.relativize(file)))
          .sorted()
          .forEach(files::add);
    } catch (IOException | UncheckedIOException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.UNREADABLE, "the folder cannot be read: " + e, folder.toString(), ""),
          e);
    }
  }

  private static boolean hidden(Path relative) {
    for (Path name : relative) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
