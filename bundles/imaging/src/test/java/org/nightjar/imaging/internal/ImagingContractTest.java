package org.nightjar.imaging.internal;

import java.util.List;
import org.nightjar.api.product.Product;
import org.nightjar.api.task.Task;
import org.nightjar.testkit.InMemoryTable;
import org.nightjar.testkit.TaskContract;
import org.nightjar.testkit.TestSettings;

class ImagingContractTest extends TaskContract {

  @Override
  protected Task task() {
    return new Imaging(TestSettings.defaults(ImagingSettings.class));
  }

  @Override
  protected List<Product> products() {
    return List.of(
        Exposures.of(Exposures.detector("primary", 1).with("SATURATE", 3000)),
        Exposures.of(
            Exposures.detector("S1", 2),
            InMemoryTable.of("LOG").numbers("t", "s", 1, 2),
            Exposures.damaged("S2", 10, 0, 40, Exposures.HEIGHT, 7),
            Exposures.detector("S3", 3)));
  }
}
