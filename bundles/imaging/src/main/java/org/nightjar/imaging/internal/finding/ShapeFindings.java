package org.nightjar.imaging.internal.finding;

import java.util.Locale;
import org.nightjar.image.SeeingField;
import org.nightjar.imaging.internal.measure.Observed;

/** What the shapes of the stars say of telescope and optics. */
final class ShapeFindings {

  /** Common elongations below this are nothing to look at. */
  private static final double LEAST_ELONGATION = 0.08;

  /** Part of the seeing by which it may change over the field. */
  private static final double MOST_ACROSS = 0.2;

  private static final double LEAST_SIGNIFICANCE = 5;
  private static final double MOST_RIM_OVER_CENTRE = 1.15;

  private ShapeFindings() {}

  static void add(Observed seen, Findings findings) {
    if (seen.field().isEmpty()) {
      return;
    }
    SeeingField field = seen.field().get();
    if (field.elongation().isCommon() && field.elongation().size() >= LEAST_ELONGATION) {
      find(
          findings,
          "tracking-error",
          "the %d stars are stretched alike: by %.2f, at %.0f degrees from the rows",
          field.whole().stars(),
          field.elongation().size(),
          Math.toDegrees(field.elongation().angle()));
    }
    if (field.pattern().isAstigmatic()) {
      find(
          findings,
          "astigmatism",
          "the shapes of stars turn over the field: %.3f along the radius (%.0f sigma), %.3f from"
              + " rim to rim (%.0f sigma)",
          field.pattern().radial(),
          field.pattern().radialSignificance(),
          field.pattern().gradient(),
          field.pattern().gradientSignificance());
    }
    SeeingField.Trend trend = field.trend();
    if (trend.significance() >= LEAST_SIGNIFICANCE
        && trend.across() >= MOST_ACROSS * field.whole().fwhm()) {
      find(
          findings,
          "tilted-focus",
          "the seeing changes by %.2f pixels over the field, %.2f in its centre",
          trend.across(),
          trend.centre());
    }
    if (trend.rimOverCentre() >= MOST_RIM_OVER_CENTRE) {
      find(
          findings,
          "curved-focus",
          "stars at the rim are %.2f times as wide as those in the centre",
          trend.rimOverCentre());
    }
  }

  private static void find(Findings findings, String what, String evidence, Object... numbers) {
    findings.add(
        findings.at(findings.everywhere(), what, String.format(Locale.ROOT, evidence, numbers)));
  }
}
