package org.nightjar.testkit.example;

import java.util.List;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.task.Task;
import org.nightjar.testkit.InMemoryProduct;
import org.nightjar.testkit.Sky;
import org.nightjar.testkit.TaskContract;
import org.nightjar.testkit.TestSettings;

class BrightSkyContractTest extends TaskContract {

  @Override
  protected Task task() {
    return new BrightSky(TestSettings.defaults(BrightSkySettings.class));
  }

  @Override
  protected List<Product> products() {
    Sky dark = Sky.of(120, 80);
    Sky bright = dark.withBackground(30_000, 170);
    return List.of(
        InMemoryProduct.of(Kind.EXPOSURE).part(dark.image("S1")).part(bright.image("S2")).build());
  }
}
