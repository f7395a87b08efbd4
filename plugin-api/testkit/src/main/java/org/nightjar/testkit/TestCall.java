package org.nightjar.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.command.CommandCall;

/** One use of a command in a test, as it would be typed; keeps what is printed. */
public final class TestCall implements CommandCall {
  private final Path directory;
  private final List<String> parameters = new ArrayList<>();
  private final Map<String, List<String>> options = new LinkedHashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final PrintWriter answers = new PrintWriter(out, true);
  private final PrintWriter messages = new PrintWriter(err, true);
  private volatile boolean cancelled;

  private TestCall(Path directory) {
    this.directory = directory;
  }

  /**
   * A call.
   *
   * @param directory the caller's folder
   * @param words positional arguments, {@code --flag}, {@code --option=value} and {@code -o=value}
   */
  public static TestCall in(Path directory, String... words) {
    TestCall call = new TestCall(directory);
    for (String word : words) {
      if (word.startsWith("-")) {
        String option = word.replaceFirst("^--?", "");
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        List<String> values = call.options.computeIfAbsent(name, key -> new ArrayList<>());
        if (equals >= 0) {
          values.add(option.substring(equals + 1));
        }
      } else {
        call.parameters.add(word);
      }
    }
    return call;
  }

  /** What was answered. */
  public String printed() {
    return out.toString();
  }

  /** The lines of what was answered. */
  public List<String> lines() {
    return printed().lines().toList();
  }

  /** What was said to the person at the keyboard. */
  public String said() {
    return err.toString();
  }

  /** The caller goes away. */
  public void cancel() {
    cancelled = true;
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public List<String> parameters() {
    return List.copyOf(parameters);
  }

  @Override
  public Optional<String> option(String name) {
    return options(name).stream().findFirst();
  }

  @Override
  public List<String> options(String name) {
    return List.copyOf(options.getOrDefault(name, List.of()));
  }

  @Override
  public boolean flag(String name) {
    return options.containsKey(name);
  }

  @Override
  public PrintWriter out() {
    return answers;
  }

  @Override
  public PrintWriter err() {
    return messages;
  }

  /** Nobody looks. */
  @Override
  public void progress(long done, long total, String doing) {}

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
