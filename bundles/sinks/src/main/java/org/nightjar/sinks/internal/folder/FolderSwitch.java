package org.nightjar.sinks.internal.folder;

import org.nightjar.sinks.internal.delivery.Delivery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Has the folder delivered to if one is set; without one its place in the order stays. */
@Component(service = FolderSwitch.class, immediate = true)
public final class FolderSwitch {
  private final Delivery delivery;
  private final FolderSink sink;

  /** Made by the component runtime. */
  @Activate
  public FolderSwitch(@Reference Delivery delivery, @Reference FolderSink sink) {
    this.delivery = delivery;
    this.sink = sink;
    if (sink.on()) {
      delivery.add(sink);
    }
  }

  @Deactivate
  void off() {
    if (sink.on()) {
      delivery.remove(sink);
    }
  }
}
