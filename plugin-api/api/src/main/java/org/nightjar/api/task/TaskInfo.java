package org.nightjar.api.task;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.nightjar.api.product.Kind;

/**
 * What a task declares of itself.
 *
 * @param name lower-case words joined by hyphens; the task's address, never changed between
 *     versions
 * @param title what it looks for, one line for people
 * @param accepts kinds it judges
 * @param batchSize most products handed over at once; 1 for a plain task
 * @param batchWait longest wait for a batch to fill while others could run; zero means never wait
 * @param concurrency most calls at the same time; 0 means as many as there are processors
 * @param needs what it needs besides the product
 */
public record TaskInfo(
    String name,
    String title,
    Set<Kind> accepts,
    int batchSize,
    Duration batchWait,
    int concurrency,
    List<Need> needs) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Checks every component. */
  public TaskInfo {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a task's name is lower-case words joined by hyphens, not '" + name + "'");
    }
    Objects.requireNonNull(title, "title");
    accepts = Set.copyOf(accepts);
    needs = List.copyOf(needs);
    if (accepts.isEmpty() || batchSize < 1 || batchWait.isNegative() || concurrency < 0) {
      throw new IllegalArgumentException(
          "task " + name + ": kinds " + accepts + ", batch " + batchSize);
    }
  }

  /** A task that takes one product at a time and needs nothing else. */
  public static TaskInfo of(String name, String title, Kind... accepts) {
    return new TaskInfo(name, title, Set.of(accepts), 1, Duration.ZERO, 0, List.of());
  }

  /** The same task with batches. */
  public TaskInfo withBatches(int size, Duration wait) {
    return new TaskInfo(name, title, accepts, size, wait, concurrency, needs);
  }

  /** The same task with needs. */
  public TaskInfo withNeeds(Need... more) {
    return new TaskInfo(name, title, accepts, batchSize, batchWait, concurrency, List.of(more));
  }

  /** The same task with a bound on simultaneous calls. */
  public TaskInfo withConcurrency(int most) {
    return new TaskInfo(name, title, accepts, batchSize, batchWait, most, needs);
  }
}
