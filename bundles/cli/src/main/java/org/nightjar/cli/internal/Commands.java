package org.nightjar.cli.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandSpec;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands that are registered now. */
@Component(service = Commands.class)
public final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*( [a-z][a-z0-9-]*){0,3}");

  private record Entry(RegisteredCommand command, long order) {}

  private final Map<Command, Entry> entries = new ConcurrentHashMap<>();

  /** Made by the component runtime. */
  public Commands() {}

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addCommand(Command command, Map<String, Object> properties) {
    try {
      CommandSpec spec = command.spec();
      if (!NAME.matcher(spec.name()).matches()) {
        throw new IllegalArgumentException("'" + spec.name() + "' is no name for a command");
      }
      RegisteredCommand registered =
          new RegisteredCommand(
              command,
              spec,
              Boolean.TRUE.equals(properties.get("nightjar.command.always")),
              Boolean.TRUE.equals(properties.get("nightjar.command.local")));
      long order = properties.get("service.id") instanceof Long id ? id : entries.size();
      entries.put(command, new Entry(registered, order));
    } catch (RuntimeException e) { // a plugin's defect must not take the command line with it
      LOG.error("The command {} is left out", command.getClass().getName(), e);
    }
  }

  void removeCommand(Command command) {
    entries.remove(command);
  }

  /** All commands by name; while two have the same name, the one that came first. */
  List<RegisteredCommand> all() {
    Map<String, RegisteredCommand> byName = new TreeMap<>();
    entries.values().stream()
        .sorted(Comparator.comparingLong(Entry::order))
        .forEach(entry -> byName.putIfAbsent(entry.command().spec().name(), entry.command()));
    return List.copyOf(byName.values());
  }

  /** The command whose words are the first of these; the one with the most words if several. */
  Optional<RegisteredCommand> named(List<String> words) {
    return all().stream()
        .filter(command -> startsWith(words, command.words()))
        .max(Comparator.comparingInt(command -> command.words().size()));
  }

  private static boolean startsWith(List<String> words, List<String> first) {
    return words.size() >= first.size() && words.subList(0, first.size()).equals(first);
  }
}
