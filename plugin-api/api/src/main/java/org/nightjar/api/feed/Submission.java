package org.nightjar.api.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.product.Priority;

/**
 * Something that arrived.
 *
 * @param uri where the bytes are
 * @param feed name of the feed it came through
 * @param key what makes this arrival one and the same after a restart of the feed (path with size
 *     and time, topic with offset); empty if every submission is an arrival of its own
 * @param tasks names of the tasks that are to judge it; empty for all that accept its kind
 * @param priority how urgent
 * @param deadline when reports are no longer of use
 */
public record Submission(
    URI uri,
    String feed,
    Optional<String> key,
    Set<String> tasks,
    Priority priority,
    Optional<Instant> deadline) {

  /** Copies the set and refuses nulls. */
  public Submission {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(feed, "feed");
    Objects.requireNonNull(key, "key");
    tasks = Set.copyOf(tasks);
    Objects.requireNonNull(priority, "priority");
    Objects.requireNonNull(deadline, "deadline");
  }

  /** Something for all tasks, without a deadline. */
  public static Submission of(URI uri, String feed, Priority priority) {
    return new Submission(uri, feed, Optional.empty(), Set.of(), priority, Optional.empty());
  }

  /** The same submission, recognised again after a restart of its feed. */
  public Submission withKey(String arrival) {
    return new Submission(uri, feed, Optional.of(arrival), tasks, priority, deadline);
  }

  /** The same submission for these tasks alone. */
  public Submission forTasks(Set<String> names) {
    return new Submission(uri, feed, key, names, priority, deadline);
  }
}
