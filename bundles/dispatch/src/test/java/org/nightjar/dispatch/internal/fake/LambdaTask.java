package org.nightjar.dispatch.internal.fake;

import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.Task;
import org.nightjar.api.task.TaskContext;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.dispatch.internal.examine.Served;
import org.nightjar.plugins.PluginIdentity;

/** A task made of a lambda. */
public record LambdaTask(TaskInfo info, Body body) implements Task {
  /** What the task does. */
  @FunctionalInterface
  public interface Body {
    Report examine(Product product, TaskContext context)
        throws NightjarException, InterruptedException;
  }

  @Override
  public Report examine(Product product, TaskContext context)
      throws NightjarException, InterruptedException {
    return body.examine(product, context);
  }

  /** Served by this version of a plugin. */
  public Served served(String version) {
    return Served.of(this, new PluginIdentity("test.plugin", version), Map.of());
  }
}
