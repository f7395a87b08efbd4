package org.nightjar.itests.swap.task;

import java.util.function.Consumer;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.Task;
import org.nightjar.api.task.TaskContext;
import org.nightjar.api.task.TaskInfo;
import org.osgi.service.component.annotations.Activate;

/** A task that says whom it judged. Lives in bundles of its own, one per version. */
public final class SwappedTask implements Task {
  private static final ThreadLocal<byte[]> CARELESS = ThreadLocal.withInitial(() -> new byte[64]);

  private final Consumer<Object> count;

  /** Called by SCR. */
  @Activate
  public SwappedTask(Consumer<Object> count) {
    this.count = count;
  }

  @Override
  public TaskInfo info() {
    return TaskInfo.of("swapped", "Counts what it sees", new Kind("swap-probe"));
  }

  @Override
  public Report examine(Product product, TaskContext context) {
    // A plugin may forget to clean up: the thread dies with its version, and takes this along.
    CARELESS.get()[0]++;
    count.accept(product.ref().id());
    return Report.builder().measure("answer", context.random("swap").nextDouble(), "").build();
  }
}
