package org.nightjar.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.testkit.InMemoryImage;
import org.nightjar.testkit.InMemoryProduct;
import org.nightjar.testkit.Sky;
import org.nightjar.testkit.TestPlatform;
import org.nightjar.testkit.TestSettings;

class BrightSkyTest {

  @TempDir Path folder;

  @Test
  void questionsAnExposureUnderTheMoon() throws Exception {
    Report report = report(Sky.of(100, 100).withStars(0).withBackground(18_000, 100).image("S1"));
    assertThat(report.verdict()).isEqualTo(Verdict.QUESTIONABLE);
    assertThat(report.measurements().get("skyLevel").value()).isCloseTo(18_000, within(5.0));
  }

  @Test
  void cannotTellWithoutAGoodPixel() throws Exception {
    Report report = report(InMemoryImage.of("S1", 2, Float.NaN, Float.NaN));
    assertThat(report.verdict()).isEqualTo(Verdict.ABSTAIN);
  }

  private Report report(InMemoryImage image) throws Exception {
    Product product = InMemoryProduct.of(Kind.EXPOSURE).part(image).build();
    BrightSky task =
        new BrightSky(TestSettings.with(BrightSkySettings.class, Map.of("brightFrom", 15_000.0)));
    return task.examine(product, TestPlatform.in(folder).context(product));
  }
}
