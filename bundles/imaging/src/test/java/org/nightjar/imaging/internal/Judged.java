package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.nightjar.api.product.Product;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Report;
import org.nightjar.testkit.TestPlatform;
import org.nightjar.testkit.TestSettings;

/** A report, with what tests ask of it. */
record Judged(Report report) {

  static Judged of(Product product, Path folder) throws Exception {
    return of(product, folder, platform -> platform);
  }

  static Judged of(Product product, Path folder, Profile profile) throws Exception {
    return of(product, folder, platform -> platform.with(profile));
  }

  static Judged of(Product product, Path folder, UnaryOperator<TestPlatform> surroundings)
      throws Exception {
    TestPlatform platform = surroundings.apply(TestPlatform.in(folder));
    return new Judged(task(Map.of()).examine(product, platform.context(product)));
  }

  static Imaging task(Map<String, Object> settings) {
    return new Imaging(TestSettings.with(ImagingSettings.class, settings), new PackedMasks());
  }

  double value(String name) {
    assertThat(report.measurements()).containsKey(name);
    return report.measurements().get(name).value();
  }

  Finding finding(String what) {
    return findings(what).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + what + " among " + report.findings()));
  }

  List<Finding> findings(String what) {
    return report.findings().stream().filter(found -> found.what().equals(what)).toList();
  }
}
