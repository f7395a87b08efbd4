package org.nightjar.testkit;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.api.task.TaskContext;
import org.nightjar.api.task.TaskInfo;

/** Tasks that break the contract, each in one way. */
final class BrokenTasks {

  private BrokenTasks() {}

  static class ChangesItsInfo extends BrokenTask {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public TaskInfo info() {
      return TaskInfo.of("broken", "Call " + calls.incrementAndGet(), Kind.EXPOSURE);
    }
  }

  static class WantsOtherKinds extends BrokenTask {
    @Override
    public TaskInfo info() {
      return TaskInfo.of("broken", "Does not want its samples", Kind.ALERT);
    }
  }

  static class ReturnsNull extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) {
      return null;
    }
  }

  static class MeasuresInfinity extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) {
      return Report.builder().measure("level", Double.POSITIVE_INFINITY, "adu").build();
    }
  }

  static class FindsThingsOutside extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) {
      PixelBox outside = new PixelBox("S1", Region.of(0, 0, 10_000, 1));
      return Report.builder().find(Finding.at(outside, "trail", "made up")).build();
    }
  }

  static class FindsThingsNowhere extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) {
      PixelBox nowhere = new PixelBox("S99", Region.of(0, 0, 1, 1));
      return Report.builder().find(Finding.at(nowhere, "trail", "made up")).build();
    }
  }

  static class AttachesWhatItNeverMade extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) {
      return Report.builder()
          .attach(new Attachment("a.png", "image/png", "0".repeat(64), 1))
          .build();
    }
  }

  static class CountsItsCalls extends BrokenTask {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public Report examine(Product product, TaskContext context) {
      return Report.builder().measure("calls", calls.incrementAndGet(), "").build();
    }
  }

  static class NoticesOtherCalls extends BrokenTask {
    private final Exchanger<String> others = new Exchanger<>();

    @Override
    public Report examine(Product product, TaskContext context) throws InterruptedException {
      try {
        others.exchange("here", 300, TimeUnit.MILLISECONDS);
        return Report.builder().measure("company", 1, "").build();
      } catch (TimeoutException e) {
        return Report.builder().measure("company", 0, "").build();
      }
    }
  }

  static class LooksAtTheClock extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) {
      return Report.builder().measure("now", (double) context.clock().millis(), "ms").build();
    }
  }

  static class WritesInTheLocalLanguage extends BrokenTask {
    @Override
    @SuppressWarnings("DefaultLocale")
    public Report examine(Product product, TaskContext context) {
      String reason = String.format("the level is %.2f", 0.5);
      return Report.builder().because(Verdict.QUESTIONABLE, reason).build();
    }
  }

  static class ClosesTheProduct extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) {
      product.close();
      return Report.builder().build();
    }
  }

  static class WritesIntoTiles extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) throws NightjarException {
      if (!product.parts().isEmpty() && product.parts().get(0) instanceof ImagePart image) {
        image.forEachTile((region, pixels) -> pixels.put(0, 1));
      }
      return Report.builder().build();
    }
  }

  static class LeavesAThread extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) {
      Thread thread = new Thread(() -> waitUninterruptibly(new CountDownLatch(1)), "left-behind");
      thread.setDaemon(true);
      thread.start();
      return Report.builder().build();
    }
  }

  static class KeepsPixels extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context)
        throws NightjarException, InterruptedException {
      Optional<ImagePart> image = image(product);
      if (image.isPresent()) {
        context.pixels(image.get(), image.get().region());
      }
      return Report.builder().build();
    }
  }

  static class IgnoresCancellation extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) throws NightjarException {
      touchPixels(product);
      if (context.cancelled()) {
        waitUninterruptibly(new CountDownLatch(1));
      }
      return Report.builder().build();
    }
  }

  static class GivesHalfAReport extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) throws NightjarException {
      touchPixels(product);
      Report.Builder report = Report.builder().measure("first", 1, "");
      return context.cancelled() ? report.build() : report.measure("second", 2, "").build();
    }
  }

  static class ExpectsAPart extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) throws NightjarException {
      return Report.builder().measure("index", product.parts().get(0).info().index(), "").build();
    }
  }

  static class ExpectsNumbers extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) throws NightjarException {
      double time = product.facts().number("exposureTime").orElseThrow();
      return Report.builder().measure("exposureTime", time, "s").build();
    }
  }

  static class BlamesItself extends BrokenTask {
    @Override
    public Report examine(Product product, TaskContext context) throws NightjarException {
      if (product.parts().isEmpty()) {
        throw NightjarException.of(StandardError.INTERNAL, "no parts", "", "");
      }
      return Report.builder().build();
    }
  }

  private static Optional<ImagePart> image(Product product) throws NightjarException {
    return product.parts().stream()
        .filter(ImagePart.class::isInstance)
        .map(ImagePart.class::cast)
        .findFirst();
  }

  private static void touchPixels(Product product) throws NightjarException {
    Optional<ImagePart> image = image(product);
    if (image.isPresent()) {
      image.get().read(image.get().region(), FloatBuffer.allocate(40 * 30));
    }
  }

  private static void waitUninterruptibly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.onSpinWait();
      }
    }
  }
}
