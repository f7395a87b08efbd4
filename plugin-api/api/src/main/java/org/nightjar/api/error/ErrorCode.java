package org.nightjar.api.error;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of error: a number and a name that never change, and who has to act.
 *
 * <p>Numbers below 100 000 belong to the platform ({@link StandardError}). A plugin that needs
 * codes of its own implements this with an enum whose numbers start at or above {@link
 * #FIRST_PLUGIN_NUMBER}.
 */
@ConsumerType
public interface ErrorCode {
  /** The first number free for plugins. */
  int FIRST_PLUGIN_NUMBER = 100_000;

  /** A number, unique within the platform or the plugin. */
  int number();

  /** A name in capitals with underscores, such as {@code TRUNCATED}. */
  String name();

  /** Who has to act. */
  Category category();
}
