package org.nightjar.dispatch;

import java.util.List;
import org.nightjar.api.task.TaskInfo;

/**
 * How a task stands.
 *
 * @param info what the task declares
 * @param plugin symbolic name of the plugin that serves it now
 * @param version version of that plugin
 * @param draining versions that still finish work
 * @param queued products waiting in memory
 * @param inFlight products being judged
 * @param done products judged since the start
 * @param failed of these, how many could not be judged
 */
public record TaskStatus(
    TaskInfo info,
    String plugin,
    String version,
    List<String> draining,
    int queued,
    int inFlight,
    long done,
    long failed) {

  /** Copies the list. */
  public TaskStatus {
    draining = List.copyOf(draining);
  }
}
