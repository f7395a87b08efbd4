package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.api.task.Need;
import org.nightjar.testkit.InMemoryImage;
import org.nightjar.testkit.Sky;
import org.nightjar.testkit.TestPlatform;

class PreviousFrameTest {

  private static final Sky SKY = Sky.of(320, 256).withStars(40);

  @TempDir private Path folder;

  @Test
  void findsTheSamePixelsAgain() throws Exception {
    Judged judged = after(of(SKY.pixels(), 320, "first"), of(SKY.pixels(), 320, "second"));
    assertThat(judged.finding("duplicate-frame").pixels()).isPresent();
    assertThat(judged.report().verdict()).isEqualTo(Verdict.QUESTIONABLE);
    assertThat(judged.report().reasons()).singleElement().asString().contains("previous frame");
  }

  @Test
  void findsTheSameReadoutShifted() throws Exception {
    float[] wide = SKY.pixels();
    Judged judged = after(cut(wide, 0, 0, "first"), cut(wide, 3, 2, "second"));
    assertThat(judged.finding("shifted-frame").evidence()).contains("shifted by -3.0, -2.0 pixels");
    assertThat(judged.value("shiftX")).isEqualTo(-3);
    assertThat(judged.value("shiftY")).isEqualTo(-2);
    assertThat(judged.report().verdict()).isEqualTo(Verdict.QUESTIONABLE);
  }

  @Test
  void findsNothingInAnotherExposureOfAnotherField() throws Exception {
    Judged judged =
        after(of(SKY.withSeed(8).pixels(), 320, "first"), of(SKY.pixels(), 320, "second"));
    assertThat(judged.report().verdict()).isEqualTo(Verdict.OK);
    assertThat(judged.findings("duplicate-frame")).isEmpty();
    assertThat(judged.findings("shifted-frame")).isEmpty();
  }

  @Test
  void notesAFrameOfAnotherSize() throws Exception {
    Product small = Exposures.of(Exposures.detector("S1", 1));
    Judged judged = after(small, of(SKY.pixels(), 320, "second"));
    assertThat(judged.finding("previous-frame-not-compared").evidence()).contains("200 x 150");
    assertThat(judged.report().verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void notesAFrameThatCannotBeRead() throws Exception {
    Product damaged = Exposures.of(new Unreadable(SKY.image("S1")));
    Judged judged = after(damaged, of(SKY.pixels(), 320, "second"));
    assertThat(judged.finding("previous-frame-not-compared").evidence()).contains("cannot be read");
    assertThat(judged.report().verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void saysTheSameWhetherOrNotItRemembersTheFrame() throws Exception {
    Product first = of(SKY.pixels(), 320, "first");
    Product second = of(SKY.withSeed(3).pixels(), 320, "second");
    Imaging task = Judged.task(Map.of());
    TestPlatform platform = TestPlatform.in(folder).with(new Need.Previous(1), first);
    Report unprepared = Judged.task(Map.of()).examine(second, platform.context(second));
    task.examine(first, TestPlatform.in(folder).context(first));
    assertThat(task.examine(second, platform.context(second))).isEqualTo(unprepared);
    assertThat(platform.openLeases()).isZero();
  }

  @Test
  void doesNotCompareIfNotAsked() throws Exception {
    Product again = of(SKY.pixels(), 320, "second");
    TestPlatform platform =
        TestPlatform.in(folder).with(new Need.Previous(1), of(SKY.pixels(), 320, "first"));
    Report report =
        Judged.task(Map.of("compareWithPrevious", false)).examine(again, platform.context(again));
    assertThat(report.verdict()).isEqualTo(Verdict.OK);
  }

  private Judged after(Product previous, Product product) throws Exception {
    return Judged.of(product, folder, platform -> platform.with(new Need.Previous(1), previous));
  }

  private static Product of(float[] pixels, int width, String number) {
    return Exposures.of(InMemoryImage.of("S1", width, pixels).with("EXPNUM", number));
  }

  /** 300 x 240 pixels from a corner on. */
  private static Product cut(float[] wide, int x0, int y0, String number) {
    float[] pixels = new float[300 * 240];
    for (int y = 0; y < 240; y++) {
      System.arraycopy(wide, (y + y0) * 320 + x0, pixels, y * 300, 300);
    }
    return of(pixels, 300, number);
  }
}
