package org.nightjar.inference;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings model packages that are not in the data folder, such as those inside a plugin. Register it
 * as an OSGi service: its packages are checked and loaded before the registration returns, and
 * unloaded when it is withdrawn.
 */
@ConsumerType
public interface ModelSource {
  /** Who brings them, for messages, such as {@code plugin org.example.vetting 1.2.0}. */
  String name();

  /**
   * Folders that each hold one package: {@code model.onnx}, {@code model.yaml} and what the
   * manifest names. They must stay readable and unchanged while this service is registered.
   */
  List<Path> packages();
}
