package org.nightjar.testkit;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.Task;
import org.nightjar.api.task.TaskContext;
import org.nightjar.api.task.TaskInfo;

/** The contract of a task that breaks it; subclasses say how. */
@ExtendWith(OnlyInSelfTest.class)
abstract class BrokenTask extends TaskContract implements Task {

  @Override
  protected final Task task() {
    return this;
  }

  @Override
  protected final List<Product> products() {
    return List.of(
        InMemoryProduct.of(Kind.EXPOSURE)
            .fact("exposureTime", 30)
            .part(Sky.of(40, 30).image("S1"))
            .build());
  }

  @Override
  protected final Duration patience() {
    return Duration.ofMillis(1500);
  }

  @Override
  public TaskInfo info() {
    return TaskInfo.of("broken", "Breaks the contract", Kind.EXPOSURE);
  }

  @Override
  public Report examine(Product product, TaskContext context)
      throws NightjarException, InterruptedException {
    return Report.builder().build();
  }
}
