package org.nightjar.testkit;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.BatchTask;
import org.nightjar.api.task.Task;
import org.nightjar.api.task.TaskContext;
import org.nightjar.api.task.TaskInfo;

/** A batch task that is handed batches of one. */
record OneByOne(BatchTask task) implements Task {

  @Override
  public TaskInfo info() {
    return task.info();
  }

  @Override
  public Report examine(Product product, TaskContext context)
      throws NightjarException, InterruptedException {
    RecordedItem item = new RecordedItem(product, context);
    task.examine(List.of(item));
    Outcome answer = item.answer();
    if (answer.thrown() instanceof NightjarException problem) {
      throw problem;
    }
    return answer.report();
  }
}
