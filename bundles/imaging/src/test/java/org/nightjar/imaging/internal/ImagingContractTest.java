package org.nightjar.imaging.internal;

import java.util.Arrays;
import java.util.List;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Product;
import org.nightjar.api.task.Need;
import org.nightjar.api.task.Task;
import org.nightjar.testkit.InMemoryImage;
import org.nightjar.testkit.InMemoryTable;
import org.nightjar.testkit.TaskContract;
import org.nightjar.testkit.TestPlatform;
import org.nightjar.testkit.TestSettings;

class ImagingContractTest extends TaskContract {

  @Override
  protected Task task() {
    return new Imaging(TestSettings.defaults(ImagingSettings.class), new PackedMasks());
  }

  @Override
  protected List<Product> products() {
    return List.of(
        Exposures.of(Exposures.detector("primary", 1).with("SATURATE", 3000)),
        Exposures.of(
            Exposures.detector("S1", 2),
            InMemoryTable.of("LOG").numbers("t", "s", 1, 2),
            Exposures.damaged("S2", 10, 0, 40, Exposures.HEIGHT, 7),
            Exposures.detector("S3", 3)),
        RawFrames.of(
            "science",
            RawFrames.raw(RawFrames.light().withBackground(200, 10), 4, 0)
                .with(PlaneRole.WEIGHT, weights())),
        RawFrames.of("flat", Exposures.sky(4).withStars(0).image("S1")));
  }

  @Override
  protected TestPlatform platform(TestPlatform bare) {
    return bare.with(new Need.Previous(1), Exposures.of(Exposures.detector("primary", 9)));
  }

  private static InMemoryImage weights() {
    float[] weights = new float[RawFrames.WIDTH * RawFrames.HEIGHT];
    Arrays.fill(weights, 1);
    Arrays.fill(weights, 10_000, 11_000, 0);
    return InMemoryImage.of("WT", RawFrames.WIDTH, weights);
  }
}
