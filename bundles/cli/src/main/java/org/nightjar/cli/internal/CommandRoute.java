package org.nightjar.cli.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.http.Exchange;
import org.nightjar.http.Route;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code POST /api/v1/command}: runs a command line for another process on this machine. Request:
 * {@code {"args":[..],"directory":"..","terminal":false}}; answer: see {@link AnswerLines}.
 */
@Component
public final class CommandRoute implements Route {
  private static final String PATH = "/api/v1/command";
  private static final int LARGEST_REQUEST = 1 << 20;

  private final CommandRunner runner;

  /** Made by the component runtime. */
  @Activate
  public CommandRoute(@Reference CommandRunner runner) {
    this.runner = runner;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public void answer(Exchange exchange) throws NightjarException, IOException {
    ObjectNode request = read(exchange);
    List<String> args = args(request);
    Path directory = directory(request);
    boolean terminal = request.path("terminal").asBoolean(false);
    AnswerLines answer = new AnswerLines(exchange.stream(200, "application/x-ndjson"));
    PrintWriter out = answer.writer("out");
    Console console =
        new Console(directory, out, answer.writer("err"), terminal, false, exchange::gone);
    answer.exit(runner.run(args, console));
  }

  private static ObjectNode read(Exchange exchange) throws NightjarException, IOException {
    try (InputStream body = exchange.body()) {
      byte[] bytes = body.readNBytes(LARGEST_REQUEST + 1);
      if (bytes.length > LARGEST_REQUEST) {
        throw wrong("a command line of more than 1 MiB");
      }
      return JsonLine.read(new String(bytes, StandardCharsets.UTF_8), PATH);
    }
  }

  private static List<String> args(ObjectNode request) throws NightjarException {
    List<String> args = new ArrayList<>();
    if (!request.path("args").isArray()) {
      throw wrong("no list args");
    }
    for (JsonNode argument : request.path("args")) {
      if (!argument.isTextual()) {
        throw wrong("an argument that is no text");
      }
      args.add(argument.textValue());
    }
    return args;
  }

  private static Path directory(ObjectNode request) throws NightjarException {
    try {
      Path directory = Path.of(request.path("directory").asText(""));
      if (directory.isAbsolute()) {
        return directory;
      }
    } catch (InvalidPathException e) {
      // told below
    }
    throw wrong("no absolute path as directory");
  }

  private static NightjarException wrong(String what) {
    return NightjarException.of(
        StandardError.BAD_ARGUMENT,
        "the request has " + what,
        PATH,
        "Send {\"args\":[..],\"directory\":\"/..\"}.");
  }
}
