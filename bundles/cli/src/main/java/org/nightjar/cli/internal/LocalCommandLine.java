package org.nightjar.cli.internal;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the launcher calls with the arguments of this process. */
@Component(service = ToIntFunction.class, property = "nightjar.role=command-line")
public final class LocalCommandLine implements ToIntFunction<String[]> {
  private final CommandRunner runner;

  /** Made by the component runtime. */
  @Activate
  public LocalCommandLine(@Reference CommandRunner runner) {
    this.runner = runner;
  }

  @Override
  public int applyAsInt(String[] args) {
    PrintWriter out = writer(System.out);
    Console console =
        new Console(
            Path.of("").toAbsolutePath(),
            out,
            writer(System.err),
            Terminal.attached(),
            true,
            System.out::checkError); // the writer around it hears of no failure
    return runner.run(List.of(args), console);
  }

  private static PrintWriter writer(OutputStream to) {
    return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), true);
  }
}
