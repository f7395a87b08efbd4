package org.nightjar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nightjar.api.product.Product;
import org.nightjar.api.task.BatchTask;
import org.nightjar.api.task.Task;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What every batch task keeps: all that {@link TaskContract} asks, of batches of one, and that an
 * item's answer does not depend on its company.
 */
@ConsumerType
public abstract class BatchTaskContract extends TaskContract {

  private static final int ITEMS = 5;

  /** The task to be tested, as the platform would make it; asked for in every test. */
  protected abstract BatchTask batchTask() throws Exception;

  @Override
  protected final Task task() throws Exception {
    return new OneByOne(batchTask());
  }

  @Test
  void answersEachItemOnceInAnyOrderAndChunk() throws Exception {
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      products.add(samples().get(i % samples().size()));
    }
    List<Outcome> alone = new ArrayList<>();
    for (Product product : products) {
      alone.addAll(inBatchesOf(1, List.of(product)));
    }
    int most = batchTask().info().batchSize();
    for (int size : new int[] {2, 3, ITEMS}) {
      assertSame(inBatchesOf(Math.min(size, most), products), alone);
    }
    Collections.reverse(products);
    Collections.reverse(alone);
    assertSame(inBatchesOf(Math.min(ITEMS, most), products), alone);
  }

  @TestFactory
  Stream<DynamicTest> letsABadItemFailAlone() throws Exception {
    Product good = samples().get(0);
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, Product> bad : HostileProducts.of(good).entrySet()) {
      tests.add(DynamicTest.dynamicTest(bad.getKey(), () -> failsAlone(bad.getValue(), good)));
    }
    return tests.stream();
  }

  private void failsAlone(Product bad, Product good) throws Exception {
    List<Outcome> alone = new ArrayList<>();
    alone.addAll(inBatchesOf(1, List.of(good, bad, good)));
    int most = Math.min(alone.size(), batchTask().info().batchSize());
    assertSame(inBatchesOf(most, List.of(good, bad, good)), alone);
    assertThat(alone.get(0).judged(good)).as("the good item").isNotNull();
  }

  private static void assertSame(List<Outcome> answers, List<Outcome> alone) {
    for (int i = 0; i < alone.size(); i++) {
      Outcome answer = answers.get(i);
      assertThat(answer.sameAs(alone.get(i)))
          .as("item %d: %s in company, %s alone", i, answer, alone.get(i))
          .isTrue();
    }
  }

  private List<Outcome> inBatchesOf(int size, List<Product> products) throws Exception {
    BatchTask task = batchTask();
    List<Outcome> answers = new ArrayList<>();
    for (int first = 0; first < products.size(); first += size) {
      List<RecordedItem> items = new ArrayList<>();
      for (Product product : products.subList(first, Math.min(products.size(), first + size))) {
        TestContext context = testPlatform().context(product);
        items.add(new RecordedItem(new GuardedProduct(product, PixelGate.open()), context));
      }
      task.examine(List.copyOf(items));
      items.forEach(item -> answers.add(item.answer()));
    }
    return answers;
  }
}
