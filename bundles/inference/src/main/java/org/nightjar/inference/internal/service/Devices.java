package org.nightjar.inference.internal.service;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.model.ModelLoader;
import org.nightjar.inference.internal.onnx.OnnxEngine;

/** The devices that the configuration allows; starts the engine when first asked for them. */
final class Devices implements ModelLoader.DeviceOrder {
  private final boolean cuda;
  private final boolean insist;
  private List<Device> devices = List.of();

  private Devices(boolean cuda, boolean insist) {
    this.cuda = cuda;
    this.insist = insist;
  }

  static Devices named(String setting) {
    return switch (setting) {
      case "auto" -> new Devices(true, false);
      case "cpu" -> new Devices(false, false);
      case "cuda" -> new Devices(true, true);
      default ->
          throw new IllegalArgumentException(
              "inference.device cannot be '" + setting + "'; known: auto, cpu, cuda");
    };
  }

  @Override
  public synchronized List<Device> devices() throws NightjarException {
    if (devices.isEmpty()) {
      OnnxEngine engine = OnnxEngine.start();
      devices = cuda ? List.of(engine.cuda(), engine.cpu()) : List.of(engine.cpu());
    }
    return devices;
  }

  /** Whether the operator asked for CUDA by name and should hear when it is not used. */
  boolean insistsOnCuda() {
    return insist;
  }
}
