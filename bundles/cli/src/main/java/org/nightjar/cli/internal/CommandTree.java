package org.nightjar.cli.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.nightjar.api.command.OptionSpec;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Describes the commands to picocli: {@code models add} becomes {@code add} below {@code models}.
 */
final class CommandTree {
  private static final int WIDTH = 100;

  private CommandTree() {}

  static CommandLine of(List<RegisteredCommand> commands, boolean terminal) {
    CommandSpec root = group("nightjar", "Says what is wrong with an observatory's data.");
    root.version(Versions.read().lines().toArray(String[]::new));
    root.usageMessage()
        .footer(
            "",
            "Exit status: 0 all is well; 1 it ran, and something is not well; 2 it could not run.",
            "With --json, what went wrong is the last line of the answer: {\"problem\":{..}}.");
    CommandLine line = new CommandLine(root);
    line.addSubcommand("help", new CommandLine(new HelpCommand()));
    for (RegisteredCommand command : commands) {
      place(line, command);
    }
    nameGroups(line);
    return settings(line, terminal);
  }

  private static CommandLine settings(CommandLine line, boolean terminal) {
    return line.setPosixClusteredShortOptionsAllowed(false)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(WIDTH);
  }

  private static void place(CommandLine root, RegisteredCommand command) {
    CommandLine parent = root;
    List<String> words = command.words();
    for (String word : words.subList(0, words.size() - 1)) {
      CommandLine next = parent.getSubcommands().get(word);
      if (next == null) {
        next = new CommandLine(group(word, ""));
        next.getCommandSpec().version(root.getCommandSpec().version());
        parent.addSubcommand(word, next);
      }
      parent = next;
    }
    String name = words.get(words.size() - 1);
    CommandSpec spec = leaf(name, command).version(root.getCommandSpec().version());
    CommandLine existing = parent.getSubcommands().get(name);
    CommandLine line = new CommandLine(spec);
    if (existing != null) { // the name of a group is a command, too
      existing.getSubcommands().forEach(line::addSubcommand);
      parent.getCommandSpec().removeSubcommand(name);
    }
    parent.addSubcommand(name, line);
  }

  private static CommandSpec group(String name, String summary) {
    CommandSpec spec = CommandSpec.create().name(name);
    GlobalOptions.addTo(spec);
    usage(spec.usageMessage(), summary, "");
    return spec;
  }

  private static CommandSpec leaf(String name, RegisteredCommand command) {
    org.nightjar.api.command.CommandSpec given = command.spec();
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    for (OptionSpec option : given.options()) {
      spec.addOption(option(option));
    }
    GlobalOptions.addTo(spec);
    if (given.most() > 0) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .index("0..*")
              .type(List.class)
              .auxiliaryTypes(String.class)
              .arity("0..*") // counted by WrongUse, in the words of the command
              .paramLabel(given.parameters())
              .hideParamSyntax(true)
              .build());
    }
    usage(spec.usageMessage(), given.summary(), given.description());
    return spec;
  }

  private static CommandLine.Model.OptionSpec option(OptionSpec option) {
    CommandLine.Model.OptionSpec.Builder builder =
        CommandLine.Model.OptionSpec.builder("--" + option.name())
            .description(verbatim(option.description()));
    if (option.placeholder().isEmpty()) {
      return builder.type(boolean.class).arity("0").build();
    }
    builder.arity("1").paramLabel(option.placeholder());
    return option.repeatable()
        ? builder.type(List.class).auxiliaryTypes(String.class).build()
        : builder.type(String.class).build();
  }

  private static void usage(UsageMessageSpec usage, String summary, String description) {
    usage.width(WIDTH).sortOptions(false).sortSynopsis(false).abbreviateSynopsis(true);
    usage.description(verbatim(summary));
    usage.parameterListHeading("%nArguments:%n").optionListHeading("%nOptions:%n");
    usage.commandListHeading("%nCommands:%n");
    if (!description.isBlank()) {
      List<String> lines = new ArrayList<>(List.of(""));
      description.lines().map(CommandTree::verbatim).forEach(lines::add);
      usage.footer(lines.toArray(String[]::new));
    }
  }

  /** A group without words of its own is described by what is in it. */
  private static void nameGroups(CommandLine line) {
    for (CommandLine child : line.getSubcommands().values()) {
      nameGroups(child);
      UsageMessageSpec usage = child.getCommandSpec().usageMessage();
      if (Arrays.stream(usage.description()).allMatch(String::isEmpty)) {
        usage.description(
            child.getSubcommands().keySet().stream().collect(Collectors.joining(", ")));
      }
    }
  }

  /** Picocli takes texts for formats. */
  private static String verbatim(String text) {
    return text.replace("%", "%%");
  }
}
