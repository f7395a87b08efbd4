package org.nightjar.imaging.internal;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.Task;
import org.nightjar.api.task.TaskContext;
import org.nightjar.api.task.TaskInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Judges exposures: measures background, noise, sources, seeing and defects of every detector, and
 * compares them with the levels that the operator set.
 */
@Component(
    configurationPid = "org.nightjar.imaging",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ImagingSettings.class)
public final class Imaging implements Task {

  private static final int MOST_PICTURES = 4;
  private static final int MOST_FINDINGS = 400;

  private final Recipe recipe;
  private final List<Limit> limits;

  /** A task with these settings. */
  @Activate
  public Imaging(ImagingSettings settings) {
    this.recipe = Recipe.of(settings);
    this.limits =
        List.of(
            Limit.fraction(
                Quantity.BLANK_FRACTION,
                settings.questionableBlankFraction(),
                settings.junkBlankFraction()),
            Limit.fraction(
                Quantity.SATURATED_FRACTION,
                settings.questionableSaturatedFraction(),
                settings.junkSaturatedFraction()),
            Limit.fraction(
                Quantity.DEAD_FRACTION,
                settings.questionableDeadFraction(),
                settings.junkDeadFraction()),
            Limit.fewest(Quantity.SOURCES, settings.fewestSources()),
            Limit.most(Quantity.BACKGROUND, settings.mostBackground()),
            Limit.most(Quantity.SEEING_ARCSEC, settings.mostSeeingArcsec()),
            Limit.most(Quantity.SEEING, settings.mostSeeing()),
            Limit.most(Quantity.ELLIPTICITY, settings.mostEllipticity()));
  }

  @Override
  public TaskInfo info() {
    return TaskInfo.of("imaging", "Background, sources, seeing and defects", Kind.EXPOSURE);
  }

  @Override
  public Report examine(Product product, TaskContext context)
      throws NightjarException, InterruptedException {
    Inspection inspection = new Inspection(recipe, context);
    List<Integer> pictured =
        product.parts().stream()
            .filter(Imaging::hasPixels)
            .limit(recipe.preview() ? MOST_PICTURES : 0)
            .map(part -> part.info().index())
            .toList();
    List<Optional<Detector>> looked =
        context.forEachPart(
            product,
            part ->
                hasPixels(part)
                    ? Optional.of(
                        inspection.of((ImagePart) part, pictured.contains(part.info().index())))
                    : Optional.empty());
    List<Detector> detectors = looked.stream().flatMap(Optional::stream).toList();
    if (detectors.isEmpty()) {
      return Report.abstain("the exposure has no image with pixels");
    }
    Report.Builder report = Report.builder();
    Judgement judgement = new Judgement(detectors, report);
    judgement.measure();
    judgement.judge(limits, isScience(product));
    detectors.stream()
        .flatMap(detector -> detector.findings().stream())
        .limit(MOST_FINDINGS)
        .forEach(report::find);
    for (int i = 0; i < detectors.size(); i++) {
      Optional<byte[]> picture = detectors.get(i).picture();
      if (picture.isPresent()) {
        String name = detectors.size() == 1 ? "preview.png" : "preview-" + (i + 1) + ".png";
        report.attach(context.attachments().add(name, "image/png", picture.get()));
      }
    }
    return report.build();
  }

  private static boolean hasPixels(Part part) {
    return part instanceof ImagePart image && image.region().size() > 0;
  }

  /** Calibration frames have no stars to be measured by. */
  private static boolean isScience(Product product) throws NightjarException {
    return product.facts().text(FactNames.FRAME_TYPE).map("science"::equals).orElse(true);
  }
}
