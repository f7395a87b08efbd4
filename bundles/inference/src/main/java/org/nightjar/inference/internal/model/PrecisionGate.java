package org.nightjar.inference.internal.model;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.MetricSpec;
import org.nightjar.inference.internal.manifest.VariantReport;
import org.nightjar.inference.internal.onnx.OnnxFile;

/**
 * Lets packages through that are in single precision, and of the others those that carry an
 * accepted report of this very network. It believes no word of a report that can be computed from
 * the rest of it.
 */
final class PrecisionGate {
  private PrecisionGate() {}

  /**
   * Looks at one package.
   *
   * @throws NightjarException {@code MODEL_REFUSED} with what speaks against it
   */
  static void check(ModelPackage source) throws NightjarException {
    Manifest manifest = source.manifest();
    if (manifest.isFloat32()) {
      if (OnnxFile.isQuantised(source.graph())) {
        throw NightjarException.of(
            StandardError.MODEL_REFUSED,
            manifest.label() + " says float32, and its graph computes with rounded numbers",
            source.manifestFile().toString(),
            "Take the network in single precision, and make the variant here: nightjar models"
                + " variant");
      }
      return;
    }
    if (manifest.report().isEmpty()) {
      throw refused(source, List.of("it carries no report against its float32 package"));
    }
    VariantReport report = manifest.report().get();
    List<String> reasons = new ArrayList<>(report.contradictions());
    if (!report.accepted()) {
      reasons.addAll(report.objections());
    }
    manifest.metric().ifPresent(spec -> compare(spec, report, reasons));
    if (!Checksum.of(List.of(source.graph())).equals(report.graph())) {
      reasons.add("its report is about another graph");
    }
    if (!reasons.isEmpty()) {
      throw refused(source, reasons);
    }
  }

  /**
   * Looks at one package beside those that are installed.
   *
   * @throws NightjarException {@code MODEL_REFUSED} if the float32 package of the version that it
   *     was compared with is another one here
   */
  static void check(ModelPackage source, List<Installed> installed) throws NightjarException {
    for (Installed each : installed) {
      if (isParent(each, source.manifest())
          && each.model().isPresent()
          && !each.model().get().source().sha256().equals(against(source.manifest()).sha256())) {
        throw refused(
            source, List.of("its report is against another package than " + each.label()));
      }
    }
  }

  /**
   * Whether a version must be promoted to go live, however new it is: a variant whose float32
   * package is here was measured by one set of samples only, which is no reason to take the other's
   * place.
   */
  static boolean waits(Manifest manifest, List<Installed> installed) {
    return installed.stream().anyMatch(each -> isParent(each, manifest));
  }

  private static boolean isParent(Installed each, Manifest variant) {
    return variant.report().isPresent()
        && each.id().equals(variant.id())
        && each.version().equals(against(variant).version());
  }

  private static VariantReport.Against against(Manifest variant) {
    return variant.report().orElseThrow().against();
  }

  private static void compare(MetricSpec declared, VariantReport report, List<String> reasons) {
    if (declared.name() != report.metric().name()
        || !declared.output().equals(report.metric().output())) {
      reasons.add(
          "its report is by "
              + report.metric().name().word()
              + " of "
              + report.metric().output()
              + ", the task's metric is "
              + declared.name().word()
              + " of "
              + declared.output());
    }
    if (declared.limit().isPresent() && report.limit() > declared.limit().get()) {
      reasons.add(
          "its report allows a loss of "
              + report.limit()
              + ", the package "
              + declared.limit().get());
    }
  }

  private static NightjarException refused(ModelPackage source, List<String> reasons) {
    return NightjarException.of(
        StandardError.MODEL_REFUSED,
        source.manifest().label()
            + " is in "
            + source.manifest().precision()
            + ", and "
            + String.join("; ", reasons),
        source.manifestFile().toString(),
        "Use the float32 package, or make the variant anew: nightjar models variant "
            + source.manifest().id()
            + " --precision "
            + source.manifest().precision()
            + " --samples DIR");
  }
}
