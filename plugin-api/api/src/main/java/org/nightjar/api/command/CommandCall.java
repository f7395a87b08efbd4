package org.nightjar.api.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** One use of a command, in this process or forwarded from another one on the same machine. */
@ProviderType
public interface CommandCall {
  /** The caller's folder; relative paths in arguments start there. */
  Path directory();

  /** Positional arguments. */
  List<String> parameters();

  /** The value of an option, if given. */
  Optional<String> option(String name);

  /** All values of a repeatable option. */
  List<String> options(String name);

  /** Whether a flag was given. */
  boolean flag(String name);

  /** Whether the answer is to be JSON lines. */
  default boolean json() {
    return flag("json");
  }

  /** Where answers go. */
  PrintWriter out();

  /** Where messages to the person at the keyboard go. */
  PrintWriter err();

  /**
   * Shows how far long work has come; drawn on a terminal, silent elsewhere.
   *
   * @param done steps done
   * @param total steps in all; 0 if unknown
   * @param doing what is being done
   */
  void progress(long done, long total, String doing);

  /** Whether the caller has gone. */
  boolean cancelled();

  /** A path argument, relative to the caller's folder. */
  default Path path(String argument) {
    return directory().resolve(argument).normalize();
  }
}
