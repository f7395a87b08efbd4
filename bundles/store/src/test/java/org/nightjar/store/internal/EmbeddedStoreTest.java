package org.nightjar.store.internal;

import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;

class EmbeddedStoreTest extends StoreContract {
  @Override
  OpenStore open(Path folder) throws NightjarException {
    return OpenStore.embedded(folder);
  }
}
