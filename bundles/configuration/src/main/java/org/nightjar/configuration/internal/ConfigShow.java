package org.nightjar.configuration.internal;

import java.util.Comparator;
import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.configuration.internal.CheckedFile.Values;
import org.nightjar.json.JsonLine;
import org.nightjar.yaml.Suggestion;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar config show}. */
@Component(property = "nightjar.command.always:Boolean=true")
public final class ConfigShow implements Command {
  private static final String TEMPLATE = "template";

  private final FileConfiguration configuration;

  /** Made by the component runtime. */
  @Activate
  public ConfigShow(@Reference FileConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "config show",
        "Show the settings in force and where each comes from",
        "[SECTION...]",
        0,
        Integer.MAX_VALUE,
        List.of(
            OptionSpec.flag(
                TEMPLATE, "write a configuration file that explains every key and sets none")),
        """
        Each line is SECTION.KEY: VALUE and the place that sets it: FILE:LINE, or default.
        With --json: {"section","key","value","origin"}, one line per key.\
        """);
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    List<Values> sections =
        configuration.current().sections().values().stream()
            .filter(
                values ->
                    call.parameters().isEmpty()
                        || call.parameters().contains(values.section().name()))
            .sorted(Comparator.comparing(values -> values.section().name()))
            .toList();
    refuseUnknown(call.parameters(), sections);
    if (call.flag(TEMPLATE)) {
      new Template(call.out()).write(sections);
    } else {
      sections.forEach(values -> values.values().forEach(value -> print(values, value, call)));
    }
    return OK;
  }

  private void refuseUnknown(List<String> asked, List<Values> found) throws NightjarException {
    for (String name : asked) {
      if (found.stream().noneMatch(values -> values.section().name().equals(name))) {
        List<String> names =
            configuration.current().sections().values().stream()
                .map(values -> values.section().name())
                .distinct()
                .toList();
        throw NightjarException.of(
            StandardError.NOT_FOUND,
            "there is no section '" + name + "' in force",
            "",
            Suggestion.remedy(name, names));
      }
    }
  }

  private void print(Values section, Value value, CommandCall call) {
    String name = section.section().name();
    String key = value.setting().id();
    String origin = value.origin(configuration.file());
    if (call.json()) {
      call.out()
          .println(
              JsonLine.write(
                  JsonLine.object()
                      .put("section", name)
                      .put("key", key)
                      .put("value", value.shown())
                      .put("origin", origin)));
    } else {
      call.out().printf("%-48s # %s%n", name + "." + key + ": " + value.shown(), origin);
    }
  }
}
