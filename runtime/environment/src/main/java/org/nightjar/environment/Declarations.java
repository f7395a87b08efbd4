package org.nightjar.environment;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** The settings that the installed bundles declare in their metatype documents. */
@ProviderType
public interface Declarations {
  /** All of them, those of the bundle that was installed first in front. */
  List<Declaration> all();

  /**
   * Tells the listener whenever a bundle brings or takes declarations: on the thread that installs
   * or uninstalls it, before a component of that bundle can start.
   *
   * @return ends it
   */
  Watch watch(Consumer<List<Declaration>> listener);

  /** A listener that is being told. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
