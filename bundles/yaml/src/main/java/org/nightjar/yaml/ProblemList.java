package org.nightjar.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;

/** Collects what is wrong with one file, so that all of it can be said at once. */
public final class ProblemList {
  private record Located(int line, Problem problem) {}

  private final Path file;
  private final List<Located> problems = new ArrayList<>();

  /** None yet, of this file. */
  public ProblemList(Path file) {
    this.file = file;
  }

  /**
   * Notes a problem.
   *
   * @param line from 1; 0 if it concerns the whole file
   * @param message what was found
   * @param remedy what is allowed
   */
  public void add(int line, String message, String remedy) {
    add(StandardError.BAD_CONFIGURATION, line, message, remedy);
  }

  void add(StandardError code, int line, String message, String remedy) {
    String place = line == 0 ? file.toString() : file + ":" + line;
    problems.add(new Located(line, Problem.of(code, message, place, remedy)));
  }

  /** Whether nothing has been noted. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** How many have been noted. */
  public int size() {
    return problems.size();
  }

  /** The problems in the order of the lines. */
  public List<Problem> inOrder() {
    return problems.stream()
        .sorted(Comparator.comparingInt(Located::line))
        .map(Located::problem)
        .toList();
  }
}
