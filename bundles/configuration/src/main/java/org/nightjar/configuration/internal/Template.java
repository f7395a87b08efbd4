package org.nightjar.configuration.internal;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.nightjar.configuration.internal.CheckedFile.Values;
import org.nightjar.environment.Setting;

/** Writes a configuration file in which everything is explained and nothing is set. */
final class Template {
  private static final int WIDTH = 100;
  private static final String HEADER =
      """
      # Nightjar's configuration. Everything below is a default: to change a value, remove the "# "
      # before its section and its key. A copy of this file in the data folder is used instead of this one.
      #
      # nightjar config check    says what is wrong with the file
      # nightjar config show     shows the values in force and where they come from
      # nightjar config reload   puts an edited file into force without a restart
      """;

  private final PrintWriter out;

  Template(PrintWriter out) {
    this.out = out;
  }

  void write(List<Values> sections) {
    HEADER.lines().forEach(out::println);
    sections.stream()
        .sorted(Comparator.comparing(values -> values.section().name()))
        .forEach(this::section);
    out.flush();
  }

  private void section(Values values) {
    out.println();
    comment("# ", values.section().description());
    out.println("# " + values.section().name() + ":");
    for (Value value : values.values()) {
      Setting setting = value.setting();
      comment("#   # ", setting.description());
      comment("#   # ", "Allowed: " + new SettingReader(setting).allowed() + ".");
      String shown = setting.secret() ? "" : value.shown();
      out.println(("#   " + setting.id() + ": " + shown).stripTrailing());
    }
  }

  private void comment(String start, String text) {
    StringBuilder line = new StringBuilder();
    for (String word : Arrays.asList(text.strip().split("\\s+"))) {
      if (line.length() + word.length() + start.length() >= WIDTH) {
        out.println(start + line.toString().strip());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    if (!line.toString().isBlank()) {
      out.println(start + line.toString().strip());
    }
  }
}
