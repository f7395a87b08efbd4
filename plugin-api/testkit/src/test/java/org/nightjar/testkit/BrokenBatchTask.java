package org.nightjar.testkit;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.BatchItem;
import org.nightjar.api.task.BatchTask;
import org.nightjar.api.task.TaskInfo;

/** The contract of a batch task that breaks it; subclasses say how. */
@ExtendWith(OnlyInSelfTest.class)
abstract class BrokenBatchTask extends BatchTaskContract implements BatchTask {

  @Override
  protected final BatchTask batchTask() {
    return this;
  }

  @Override
  protected final List<Product> products() {
    return List.of(product(1), product(2));
  }

  @Override
  public final TaskInfo info() {
    return TaskInfo.of("broken", "Breaks the contract", Kind.ALERT)
        .withBatches(4, Duration.ofMillis(5));
  }

  private static Product product(int number) {
    return InMemoryProduct.of(Kind.ALERT)
        .fact("number", number)
        .part(Sky.of(16, 16).withSeed(number).image("science"))
        .build();
  }

  static class AnswersTwice extends BrokenBatchTask {
    @Override
    public void examine(List<BatchItem> items) {
      items.forEach(item -> item.report(Report.builder().build()));
      items.get(0).report(Report.builder().build());
    }
  }

  static class ForgetsTheLast extends BrokenBatchTask {
    @Override
    public void examine(List<BatchItem> items) {
      int answered = Math.max(1, items.size() - 1);
      items.subList(0, answered).forEach(item -> item.report(Report.builder().build()));
    }
  }

  static class CountsCompany extends BrokenBatchTask {
    @Override
    public void examine(List<BatchItem> items) {
      items.forEach(item -> item.report(Report.builder().measure("n", items.size(), "").build()));
    }
  }

  static class FailsAllForOne extends BrokenBatchTask {
    @Override
    public void examine(List<BatchItem> items) {
      try {
        for (BatchItem item : items) {
          if (item.product().parts().isEmpty()) {
            throw NightjarException.of(StandardError.CORRUPT, "no stamps", "", "");
          }
        }
        items.forEach(item -> item.report(Report.builder().build()));
      } catch (NightjarException e) {
        items.forEach(item -> item.fail(e));
      }
    }
  }
}
