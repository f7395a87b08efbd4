package org.nightjar.transients.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Kind;
import org.nightjar.api.task.BatchItem;
import org.nightjar.api.task.BatchTask;
import org.nightjar.api.task.TaskInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Judges alert packets: measures how good the detection and its stamps are, asks every installed
 * model, and turns their scores into a verdict.
 */
@Component(
    configurationPid = "org.nightjar.transients",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TransientsSettings.class)
public final class Transients implements BatchTask {

  private final TaskInfo info;
  private final Levels levels;
  private final BlankLimits limits;

  /** A task with these settings. */
  @Activate
  public Transients(TransientsSettings settings) {
    this.levels = new Levels(settings.realFrom(), settings.bogusBelow());
    this.limits =
        new BlankLimits(settings.questionableBlankFraction(), settings.junkBlankFraction());
    this.info =
        TaskInfo.of("transients", "Real transients among alert packets", Kind.ALERT)
            .withBatches(settings.batchSize(), Duration.ofMillis(settings.batchWaitMillis()));
  }

  @Override
  public TaskInfo info() {
    return info;
  }

  /** All questions are asked before any answer is awaited, so that models see whole batches. */
  @Override
  public void examine(List<BatchItem> items) throws InterruptedException {
    Map<BatchItem, Vetting> begun = new LinkedHashMap<>();
    try {
      for (BatchItem item : items) {
        stopIfCancelled(item);
        answer(item, () -> begun.put(item, begin(item)));
      }
      for (Map.Entry<BatchItem, Vetting> entry : begun.entrySet()) {
        stopIfCancelled(entry.getKey());
        answer(entry.getKey(), () -> entry.getKey().report(entry.getValue().finish()));
      }
    } finally {
      begun.values().forEach(Vetting::withdraw);
    }
  }

  private Vetting begin(BatchItem item) throws NightjarException {
    return Vetting.begin(item.product(), item.context(), levels, limits);
  }

  /** Whatever is wrong with one item is that item's answer, and no other's. */
  private static void answer(BatchItem item, Step step) throws InterruptedException {
    try {
      step.run();
    } catch (NightjarException e) {
      item.fail(e.at(item.product().ref().id()));
    } catch (RuntimeException e) {
      Problem problem =
          Problem.of(
              StandardError.TASK_FAILED,
              e.toString(),
              item.product().ref().id(),
              "Report this defect of the task transients, with the packet");
      item.fail(new NightjarException(problem, e));
    }
  }

  private static void stopIfCancelled(BatchItem item) throws InterruptedException {
    if (Thread.interrupted() || item.context().cancelled()) {
      throw new InterruptedException("cancelled");
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws NightjarException, InterruptedException;
  }
}
