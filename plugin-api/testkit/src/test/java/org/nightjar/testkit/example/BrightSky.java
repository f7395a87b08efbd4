package org.nightjar.testkit.example;

import java.nio.FloatBuffer;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.api.task.PixelLease;
import org.nightjar.api.task.Task;
import org.nightjar.api.task.TaskContext;
import org.nightjar.api.task.TaskInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Says when the sky was too bright: moon, twilight, clouds lit by a town. */
@Component(
    configurationPid = "org.example.brightsky",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = BrightSkySettings.class)
public final class BrightSky implements Task {

  private final double brightFrom;

  @Activate
  public BrightSky(BrightSkySettings settings) {
    this.brightFrom = settings.brightFrom();
  }

  @Override
  public TaskInfo info() {
    return TaskInfo.of("bright-sky", "Sky too bright to see anything faint", Kind.EXPOSURE);
  }

  @Override
  public Report examine(Product product, TaskContext context)
      throws NightjarException, InterruptedException {
    List<Double> levels = context.forEachPart(product, part -> level(part, context));
    double level =
        levels.stream().mapToDouble(d -> d).filter(Double::isFinite).max().orElse(Double.NaN);
    Report.Builder report = Report.builder().measure("skyLevel", level, "adu");
    if (Double.isNaN(level)) {
      report.because(Verdict.ABSTAIN, "no pixel of this exposure is good");
    } else if (level >= brightFrom) {
      report.because(
          Verdict.QUESTIONABLE,
          "the sky is at " + level + " adu, which is not below " + brightFrom);
    }
    return report.build();
  }

  /** The mean of the good pixels of one detector, NaN if it has none. */
  private static double level(Part part, TaskContext context)
      throws NightjarException, InterruptedException {
    if (!(part instanceof ImagePart image)) {
      return Double.NaN;
    }
    double sum = 0;
    long good = 0;
    try (PixelLease lease = context.pixels(image, image.region())) {
      FloatBuffer pixels = lease.values();
      while (pixels.hasRemaining()) {
        float value = pixels.get();
        if (Float.isFinite(value)) {
          sum += value;
          good++;
        }
      }
    }
    return good == 0 ? Double.NaN : sum / good;
  }
}
