package org.nightjar.imaging.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.reader.MaskWriter;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.Need;
import org.nightjar.api.task.Task;
import org.nightjar.api.task.TaskContext;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.imaging.internal.compare.FingerprintCache;
import org.nightjar.imaging.internal.compare.PreviousFrame;
import org.nightjar.imaging.internal.frame.FrameType;
import org.nightjar.imaging.internal.judge.Detector;
import org.nightjar.imaging.internal.judge.Limits;
import org.nightjar.imaging.internal.judge.UsualFrames;
import org.nightjar.imaging.internal.measure.Interruption;
import org.nightjar.imaging.internal.measure.Observation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Judges exposures: measures background, noise, sources, seeing and defects of every detector, and
 * compares them with the limits of the profile, with the last good frames and with the frame
 * before.
 */
@Component(
    configurationPid = "org.nightjar.imaging",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ImagingSettings.class)
public final class Imaging implements Task {

  private static final String NAME = "imaging";
  private static final int MOST_PICTURES = 4;

  private final SettingsReading settings;
  private final MaskWriter masks;
  private final Need.Previous previous = new Need.Previous(1);
  private final Need.GoodBefore good;
  private final FingerprintCache cache = new FingerprintCache();

  /** A task with these settings. */
  @Activate
  public Imaging(ImagingSettings settings, @Reference MaskWriter masks) {
    this.settings = SettingsReading.of(settings);
    this.masks = masks;
    this.good = new Need.GoodBefore(NAME, settings.referenceFrames());
  }

  @Override
  public TaskInfo info() {
    return TaskInfo.of(NAME, "Background, sources, seeing and defects", Kind.EXPOSURE)
        .withNeeds(previous, good);
  }

  @Override
  public Report examine(Product product, TaskContext context)
      throws NightjarException, InterruptedException {
    FrameType type = FrameType.of(product.facts());
    Interruption interruption =
        () -> {
          if (Thread.interrupted() || context.cancelled()) {
            throw new InterruptedException("cancelled");
          }
        };
    interruption.check();
    Observation observation = new Observation(settings.recipe(), interruption);
    PreviousFrame before =
        settings.comparing()
            ? PreviousFrame.of(previous, context, observation, cache)
            : PreviousFrame.none(context, observation, cache);
    Inspection inspection =
        new Inspection(product, context, observation, outputs(product, context), before, cache);
    List<Detector> detectors =
        context
            .forEachPart(
                product,
                part ->
                    hasPixels(part)
                        ? Optional.of(inspection.of((ImagePart) part))
                        : Optional.<Detector>empty())
            .stream()
            .flatMap(Optional::stream)
            .toList();
    if (detectors.isEmpty()) {
      return Report.abstain("the exposure has no image with pixels");
    }
    ExposureReport report = new ExposureReport(product.facts(), detectors, before.trouble());
    Limits limits = new Limits(settings.limits(), context.profile().thresholds(), type);
    return report.of(
        limits, UsualFrames.of(context.reports(good), type), masks, context.attachments());
  }

  private Outputs outputs(Product product, TaskContext context) throws NightjarException {
    Set<Integer> pictured =
        product.parts().stream()
            .filter(Imaging::hasPixels)
            .limit(settings.preview() ? MOST_PICTURES : 0)
            .map(part -> part.info().index())
            .collect(Collectors.toUnmodifiableSet());
    return new Outputs(
        settings.recipe(),
        pictured,
        settings.mask() ? Optional.of(masks) : Optional.empty(),
        context.profile().mask());
  }

  private static boolean hasPixels(Part part) {
    return part instanceof ImagePart image && image.region().size() > 0;
  }
}
