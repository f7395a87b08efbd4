package org.nightjar.environment.internal;

import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** What the launcher prints when the command line does not come up. */
@Component(service = Supplier.class, property = "nightjar.role=diagnosis")
public final class Diagnosis implements Supplier<String> {
  private final ServiceComponentRuntime components;

  /** Made by the component runtime. */
  @Activate
  public Diagnosis(@Reference ServiceComponentRuntime components) {
    this.components = components;
  }

  @Override
  public String get() {
    return String.join("\n", UnsatisfiedComponents.of(components).chains());
  }
}
