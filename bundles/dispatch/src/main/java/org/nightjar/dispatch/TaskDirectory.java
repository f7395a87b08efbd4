package org.nightjar.dispatch;

import java.util.List;
import java.util.Set;
import org.nightjar.api.product.Kind;
import org.osgi.annotation.versioning.ProviderType;

/** The tasks that are there now. */
@ProviderType
public interface TaskDirectory {
  /** All tasks, by name. */
  List<TaskStatus> tasks();

  /** Names of the tasks that accept a kind. */
  Set<String> accepting(Kind kind);
}
