package org.nightjar.imaging.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.task.PixelLease;
import org.nightjar.api.task.TaskContext;
import org.nightjar.image.BackgroundMesh;
import org.nightjar.image.PixelDefects;
import org.nightjar.image.PixelRows;
import org.nightjar.image.Seeing;
import org.nightjar.image.Source;
import org.nightjar.image.SourceDetection;
import org.nightjar.image.SourceFlag;
import org.nightjar.image.SourceList;

/** Measures one image of an exposure. */
final class Inspection {

  private static final int MOST_FINDINGS = 20;

  private final Recipe recipe;
  private final TaskContext context;

  Inspection(Recipe recipe, TaskContext context) {
    this.recipe = recipe;
    this.context = context;
  }

  Detector of(ImagePart image, boolean pictured) throws NightjarException, InterruptedException {
    if (image.region().size() > Integer.MAX_VALUE) {
      throw NightjarException.of(
          StandardError.TOO_LARGE,
          image.width() + " x " + image.height() + " pixels: an image has fewer than 2^31",
          image.info().name(),
          "Cut the image into detectors");
    }
    try (PixelLease lease = context.pixels(image, image.region())) {
      PixelRows pixels = PixelRows.of(lease.values(), image.width(), image.height());
      return measured(image, pixels, pictured);
    }
  }

  private Detector measured(ImagePart image, PixelRows pixels, boolean pictured)
      throws InterruptedException {
    String name = image.info().name();
    Header header = Header.of(image);
    double saturation = header.saturation(context.profile());
    stopIfCancelled();
    BackgroundMesh background = BackgroundMesh.measure(pixels, recipe.background());
    stopIfCancelled();
    SourceList found =
        SourceDetection.detect(
            pixels, background, recipe.detection().withSaturationLevel(saturation));
    stopIfCancelled();
    PixelDefects defects =
        PixelDefects.count(pixels, background, recipe.defects(saturation, header.wholeNumbers()));
    stopIfCancelled();
    List<Finding> findings = new ArrayList<>();
    if (!found.complete()) {
      findings.add(
          Finding.of(
              "too-many-sources",
              name + " has more sources than the " + found.sources().size() + " that are kept"));
    }
    bounded(saturated(name, found), findings);
    bounded(DeadLines.find(name, pixels), findings);
    Optional<byte[]> picture =
        pictured ? Optional.of(Picture.png(pixels, found, findings)) : Optional.empty();
    return new Detector(
        name,
        header.unit(),
        numbers(header, background, found, defects, saturation),
        findings,
        picture);
  }

  private static Map<Quantity, Double> numbers(
      Header header,
      BackgroundMesh background,
      SourceList found,
      PixelDefects defects,
      double saturation) {
    Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
    numbers.put(Quantity.BACKGROUND, background.globalBackground());
    numbers.put(Quantity.NOISE, background.globalRms());
    numbers.put(Quantity.SOURCES, (double) found.sources().size());
    Optional<Seeing> seeing = Seeing.of(found);
    double fwhm = seeing.map(Seeing::fwhm).orElse(Double.NaN);
    numbers.put(Quantity.SEEING, fwhm);
    OptionalDouble scale = header.pixelScale();
    if (scale.isPresent()) {
      numbers.put(Quantity.SEEING_ARCSEC, fwhm * scale.getAsDouble());
    }
    numbers.put(Quantity.ELLIPTICITY, seeing.map(Seeing::ellipticity).orElse(Double.NaN));
    numbers.put(Quantity.STARS, seeing.map(Seeing::stars).orElse(0).doubleValue());
    numbers.put(Quantity.PIXELS, (double) defects.pixels());
    boolean level = !Double.isNaN(saturation);
    numbers.put(Quantity.SATURATED_PIXELS, level ? defects.saturated() : Double.NaN);
    numbers.put(Quantity.SATURATED_FRACTION, level ? defects.saturatedFraction() : Double.NaN);
    numbers.put(Quantity.DEAD_PIXELS, (double) defects.dead());
    numbers.put(Quantity.DEAD_FRACTION, defects.deadFraction());
    numbers.put(Quantity.HOT_PIXELS, (double) defects.hot());
    numbers.put(Quantity.BLANK_PIXELS, (double) defects.bad());
    numbers.put(Quantity.BLANK_FRACTION, defects.badFraction());
    return numbers;
  }

  private static List<Finding> saturated(String part, SourceList found) {
    return found.sources().stream()
        .filter(source -> source.is(SourceFlag.SATURATED))
        .sorted(
            Comparator.comparingInt(Source::area)
                .reversed()
                .thenComparingInt(Source::top)
                .thenComparingInt(Source::left))
        .map(source -> saturated(part, source))
        .toList();
  }

  private static Finding saturated(String part, Source source) {
    Region box = Region.of(source.left(), source.top(), source.right() + 1, source.bottom() + 1);
    return Finding.at(
        new PixelBox(part, box),
        "saturated-source",
        "a source of " + source.area() + " pixels reaches the saturation level");
  }

  /** The first of some findings, and how many more there are. */
  private static void bounded(List<Finding> some, List<Finding> target) {
    target.addAll(some.subList(0, Math.min(some.size(), MOST_FINDINGS)));
    if (some.size() > MOST_FINDINGS) {
      String more = (some.size() - MOST_FINDINGS) + " more like the last one";
      target.add(Finding.of(some.get(MOST_FINDINGS).what(), more));
    }
  }

  private void stopIfCancelled() throws InterruptedException {
    if (Thread.interrupted() || context.cancelled()) {
      throw new InterruptedException("cancelled");
    }
  }
}
