package org.nightjar.cli.internal;

import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandSpec;

/**
 * A command and how it may be used.
 *
 * @param command does the work
 * @param spec what it looks like
 * @param always whether it works although the system is not whole or its configuration is wrong:
 *     service property {@code nightjar.command.always}
 * @param local whether it makes sense only in a process of its own: service property {@code
 *     nightjar.command.local}
 */
record RegisteredCommand(Command command, CommandSpec spec, boolean always, boolean local) {
  /** The words that are typed for it. */
  List<String> words() {
    return List.of(spec.name().split(" "));
  }
}
