package org.nightjar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.Task;
import org.nightjar.api.task.TaskInfo;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What every task keeps. Extend it, name the task and a few products it should be able to judge,
 * and run it as any JUnit test; {@link #platform} adds models, a profile or needs.
 */
@ConsumerType
public abstract class TaskContract {

  private static final int CALLS_AT_ONCE = 4;
  private static final Duration LATER = Duration.ofDays(4000);

  @TempDir private Path folder;

  /** The task to be tested, as the platform would make it; asked for in every test. */
  protected abstract Task task() throws Exception;

  /** Some products that the task should give reports on, small ones; at least one. */
  protected abstract List<? extends Product> products() throws Exception;

  /** The platform of the tests; override it to install models, needs or a profile. */
  protected TestPlatform platform(TestPlatform bare) {
    return bare;
  }

  /** Longest time for one call, and for its end once it is cancelled; 30 seconds. */
  protected Duration patience() {
    return Duration.ofSeconds(30);
  }

  @Test
  void declaresTheSameEachTime() throws Exception {
    Task task = task();
    TaskInfo info = task.info();
    assertThat(info).as("info()").isNotNull().isEqualTo(task.info()).isEqualTo(task().info());
    assertThat(info.title()).as("title of task %s", info.name()).isNotBlank().doesNotContain("\n");
    for (Product product : samples()) {
      assertThat(info.accepts()).as("kinds of the samples").contains(product.ref().kind());
    }
  }

  @Test
  void judgesEverySampleByTheRules() throws Exception {
    Task task = task();
    for (Product product : samples()) {
      TestContext context = testPlatform().context(product);
      Report report = call(task, product, context).judged(product);
      ReportRules.check(report, product, context.attachments());
    }
  }

  @Test
  void saysTheSameTwice() throws Exception {
    Task task = task();
    for (Product product : samples()) {
      Report once = judged(task, product, testPlatform());
      assertThat(judged(task, product, testPlatform())).as("the second time").isEqualTo(once);
      assertThat(judged(task(), product, testPlatform())).as("of a new task").isEqualTo(once);
    }
  }

  @Test
  void saysTheSameOnAnyNumberOfThreads() throws Exception {
    Task task = task();
    for (Product product : samples()) {
      Report alone = judged(task, product, testPlatform().withThreads(1));
      List<Run> runs = new ArrayList<>();
      for (int i = 0; i < CALLS_AT_ONCE; i++) {
        TestContext context = testPlatform().withThreads(CALLS_AT_ONCE).context(product);
        runs.add(Run.start(task, guarded(product), context));
      }
      for (Run run : runs) {
        assertThat(run.outcome(patience()).judged(product))
            .as("%d calls at once, %d threads each", CALLS_AT_ONCE, CALLS_AT_ONCE)
            .isEqualTo(alone);
      }
    }
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  @ResourceLock(Resources.TIME_ZONE)
  void saysTheSameAtAnotherTimeAndPlace() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    for (Product product : samples()) {
      Report here = judged(task(), product, testPlatform());
      try {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
        Report there = judged(task(), product, testPlatform().at(TestContext.NOW.plus(LATER)));
        assertThat(there).as("at another time, in another locale and zone").isEqualTo(here);
      } finally {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
      }
    }
  }

  @Test
  void leavesTheProductAsItIs() throws Exception {
    for (Product product : samples()) {
      String before = Fingerprint.of(product);
      GuardedProduct guarded = guarded(product);
      Outcome outcome = call(task(), guarded, testPlatform().context(product));
      outcome.judged(product);
      assertThat(guarded.timesClosed()).as("times that the task closed the product").isZero();
      assertThat(Fingerprint.of(product)).as("the product after the call").isEqualTo(before);
    }
  }

  @Test
  void givesBackThreadsAndPixels() throws Exception {
    for (Product product : samples()) {
      TestPlatform platform = testPlatform();
      assertCleanUp(call(task(), product, platform.context(product)), platform);
    }
  }

  @Test
  void endsSoonWhenCancelledBeforehand() throws Exception {
    for (Product product : samples()) {
      Report undisturbed = judged(task(), product, testPlatform());
      TestPlatform platform = testPlatform();
      TestContext context = platform.context(product);
      context.cancel();
      Run run = Run.startInterrupted(task(), guarded(product), context);
      assertCancelled(run.outcome(patience()), undisturbed, platform);
    }
  }

  @Test
  void endsSoonWhenCancelledAmongThePixels() throws Exception {
    for (Product product : samples()) {
      Report undisturbed = judged(task(), product, testPlatform());
      TestPlatform platform = testPlatform();
      TestContext context = platform.context(product);
      PixelGate gate = new PixelGate();
      Run run = Run.start(task(), new GuardedProduct(product, gate), context);
      gate.awaitReached(run, patience());
      context.cancel();
      run.interrupt();
      gate.letThrough();
      assertCancelled(run.outcome(patience()), undisturbed, platform);
    }
  }

  @TestFactory
  Stream<DynamicTest> copesWithHostileProducts() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Product sample : samples()) {
      for (Map.Entry<String, Product> bad : HostileProducts.of(sample).entrySet()) {
        String name = bad.getKey() + " in " + sample;
        tests.add(DynamicTest.dynamicTest(name, () -> copesWith(bad.getValue())));
      }
    }
    return tests.stream();
  }

  private void copesWith(Product bad) throws Exception {
    TestPlatform platform = testPlatform();
    TestContext context = platform.context(bad);
    Outcome outcome = call(task(), bad, context);
    if (outcome.thrown() instanceof NightjarException known) {
      assertThat(known.problem().category())
          .as("category of %s: bad data is the data's fault", known.problem())
          .isEqualTo(Category.DATA);
    } else {
      ReportRules.check(outcome.judged(bad), bad, context.attachments());
    }
    assertCleanUp(outcome, platform);
    Outcome again = call(task(), bad, testPlatform().context(bad));
    assertThat(outcome.sameAs(again)).as("%s, then %s", outcome, again).isTrue();
  }

  private void assertCancelled(Outcome outcome, Report undisturbed, TestPlatform platform) {
    if (!outcome.cancelled()) {
      assertThat(outcome.judged("a product during cancellation"))
          .as("a cancelled call throws InterruptedException or ends its work: no half report")
          .isEqualTo(undisturbed);
    }
    assertCleanUp(outcome, platform);
  }

  private static void assertCleanUp(Outcome outcome, TestPlatform platform) {
    assertThat(outcome.threads()).as("threads left behind").isEmpty();
    assertThat(platform.openLeases()).as("pixel leases not closed").isZero();
  }

  final Outcome call(Task task, Product product, TestContext context) throws Exception {
    Product handed = product instanceof GuardedProduct ? product : guarded(product);
    return Run.start(task, handed, context).outcome(patience());
  }

  final List<? extends Product> samples() throws Exception {
    List<? extends Product> samples = products();
    assertThat(samples).as("products(): give at least one").isNotEmpty();
    return samples;
  }

  final TestPlatform testPlatform() {
    return platform(TestPlatform.in(folder));
  }

  private Report judged(Task task, Product product, TestPlatform platform) throws Exception {
    return call(task, product, platform.context(product)).judged(product);
  }

  private static GuardedProduct guarded(Product product) {
    return new GuardedProduct(product, PixelGate.open());
  }
}
