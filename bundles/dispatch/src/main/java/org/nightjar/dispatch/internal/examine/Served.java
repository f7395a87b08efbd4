package org.nightjar.dispatch.internal.examine;

import java.util.List;
import java.util.Map;
import org.nightjar.api.task.BatchTask;
import org.nightjar.api.task.Task;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.plugins.PluginIdentity;

/**
 * A task of one plugin version, ready to be called.
 *
 * @param info what it declares
 * @param judge how it is called
 * @param loader class loader of the plugin
 * @param plugin where it comes from
 * @param settings its own configuration: the service's properties without what the framework adds
 */
public record Served(
    TaskInfo info,
    Judge judge,
    ClassLoader loader,
    PluginIdentity plugin,
    Map<String, Object> settings) {

  /** A plain task; called with one product at a time whatever its info says. */
  public static Served of(Task task, PluginIdentity plugin, Map<String, Object> properties) {
    return new Served(
        task.info().withBatches(1, task.info().batchWait()),
        calls -> calls.get(0).report(task.examine(calls.get(0).product(), calls.get(0).context())),
        task.getClass().getClassLoader(),
        plugin,
        properties);
  }

  /** A task that takes batches. */
  public static Served of(BatchTask task, PluginIdentity plugin, Map<String, Object> properties) {
    return new Served(
        task.info(),
        calls -> task.examine(List.copyOf(calls)),
        task.getClass().getClassLoader(),
        plugin,
        properties);
  }

  /** The same task with another configuration. */
  public Served with(Map<String, Object> properties) {
    return new Served(info, judge, loader, plugin, properties);
  }
}
