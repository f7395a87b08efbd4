package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtEpDevice;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An execution provider that the operator supplies as a library.
 *
 * @param environment where it is registered
 * @param library its file
 * @param index which of its devices
 * @param options its settings
 */
record PluginProvider(
    OrtEnvironment environment, Path library, int index, Map<String, String> options)
    implements ExecutionProvider {
  private static final Logger LOG = LoggerFactory.getLogger(PluginProvider.class);
  private static final String OWN = "CPUExecutionProvider";

  /** Copies the options. */
  PluginProvider {
    options = Map.copyOf(options);
  }

  @Override
  public String device() {
    return "provider:" + index;
  }

  @Override
  public String title() {
    return "the provider " + library;
  }

  @Override
  public String arenas() {
    return "cpu:0"; // whether it has arenas of its own is not known
  }

  @Override
  public void addTo(OrtSession.SessionOptions session) throws OrtException {
    List<OrtEpDevice> devices = devices();
    if (devices.isEmpty()) {
      register();
      devices = devices();
      LOG.info("{} brings {}", library, devices);
    }
    if (index >= devices.size()) {
      throw new OrtException(
          "it has " + devices.size() + " devices here, and device_id asks for number " + index);
    }
    session.addExecutionProvider(List.of(devices.get(index)), options);
  }

  private void register() throws OrtException {
    try {
      environment.registerExecutionProviderLibrary(
          library.getFileName().toString(), library.toString());
    } catch (OrtException e) {
      // An earlier service of this process did it.
      if (!Failures.text(e).contains("already registered")) {
        throw e;
      }
    }
  }

  /** What registered libraries brought; the registration lasts as long as the process. */
  private List<OrtEpDevice> devices() throws OrtException {
    return environment.getEpDevices().stream()
        .filter(device -> !device.getEpName().equals(OWN))
        .toList();
  }
}
