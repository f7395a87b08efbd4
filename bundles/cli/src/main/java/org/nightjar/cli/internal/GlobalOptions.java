package org.nightjar.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command has. */
final class GlobalOptions {
  static final String JSON = "--json";
  static final String DATA = "--data";
  static final String CONFIG = "--config";
  static final String HELP = "--help";
  static final String VERSION = "--version";

  private static final Set<String> WITH_VALUE = Set.of(DATA, CONFIG);
  private static final Set<String> ASKING = Set.of("-h", HELP, "-V", VERSION, "help", "version");

  private GlobalOptions() {}

  static void addTo(CommandSpec spec) {
    add(spec, flag(JSON).description("Answer with JSON, one object per line"));
    add(
        spec,
        value(DATA)
            .paramLabel("DIR")
            .description("The data folder; else NIGHTJAR_DATA, else data/ beside bin/"));
    add(
        spec,
        value(CONFIG)
            .paramLabel("FILE")
            .description("The configuration; else nightjar.yaml in the data folder, else config/"));
    add(spec, flag("-h", HELP).usageHelp(true).description("Show this help"));
    add(spec, flag("-V", VERSION).versionHelp(true).description("Show the versions"));
  }

  private static void add(CommandSpec spec, OptionSpec.Builder option) {
    spec.addOption(option.build());
  }

  private static OptionSpec.Builder flag(String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0");
  }

  private static OptionSpec.Builder value(String name) {
    return OptionSpec.builder(name).type(String.class).arity("1");
  }

  /** Whether {@code --json} is asked for, also where the arguments are otherwise wrong. */
  static boolean json(List<String> args) {
    return beforeSeparator(args).contains(JSON);
  }

  /** The words that could name a command: neither options nor the values of these here. */
  static List<String> words(List<String> args) {
    List<String> words = new ArrayList<>();
    List<String> before = beforeSeparator(args);
    for (int i = 0; i < before.size(); i++) {
      if (WITH_VALUE.contains(before.get(i))) {
        i++;
      } else if (!before.get(i).startsWith("-")) {
        words.add(before.get(i));
      }
    }
    return words;
  }

  /** Whether only help or versions are wanted. */
  static boolean asksOnly(List<String> args) {
    List<String> words = words(args);
    return words.isEmpty()
        || ASKING.contains(words.get(0))
        || beforeSeparator(args).stream().anyMatch(a -> a.startsWith("-") && ASKING.contains(a));
  }

  private static List<String> beforeSeparator(List<String> args) {
    int end = args.indexOf("--");
    return end < 0 ? args : args.subList(0, end);
  }
}
