package org.nightjar.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.BatchItem;
import org.nightjar.api.task.TaskContext;

/** Keeps every answer that a batch task gives to one item. */
final class RecordedItem implements BatchItem {

  private final Product product;
  private final TaskContext context;
  private final List<Outcome> answers = new CopyOnWriteArrayList<>();

  RecordedItem(Product product, TaskContext context) {
    this.product = product;
    this.context = context;
  }

  @Override
  public Product product() {
    return product;
  }

  @Override
  public TaskContext context() {
    return context;
  }

  @Override
  public void report(Report report) {
    answers.add(new Outcome(report, null, List.of()));
  }

  @Override
  public void fail(NightjarException problem) {
    answers.add(new Outcome(null, problem, List.of()));
  }

  /** The one answer; fails if there was none, or another. */
  Outcome answer() {
    if (answers.size() != 1) {
      throw new AssertionError(
          product + " was answered " + answers.size() + " times instead of once: " + answers);
    }
    return answers.get(0);
  }
}
