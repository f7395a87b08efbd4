package org.nightjar.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The server that already runs on a data folder, reached over local HTTP. It carries out command
 * lines for others: the request is {@code {"args":[..],"directory":"..","terminal":false}}; the
 * answer is JSON lines {@code {"out":text}} and {@code {"err":text}}, each printed exactly as it
 * is, and {@code {"exit":status}} at the end.
 */
final class RunningServer {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int LARGEST_FILE = 64 * 1024;
  private static final int COULD_NOT_RUN = 2;

  private final URI base;
  private final String token;

  private RunningServer(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /**
   * The server on this data folder, if one answers. A file left by a server that was killed names
   * another process than the holder of the lock and is not believed: its port may be anybody's now,
   * and must not be shown the token.
   */
  static Optional<RunningServer> find(DataFolder data) {
    try {
      if (Files.size(data.serverFile()) > LARGEST_FILE) {
        return Optional.empty();
      }
      Map<String, String> file = FlatJson.read(Files.readString(data.serverFile()));
      String holder = DataLock.holder(data.lockFile()).map(String::valueOf).orElse("");
      if (!holder.equals(file.get("pid"))
          || file.get("port") == null
          || file.get("token") == null) {
        return Optional.empty();
      }
      RunningServer server = new RunningServer(base(file), file.get("token"));
      return server.answers() ? Optional.of(server) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new LaunchException(
          "%s cannot be read (%s): stop the server that wrote it and start it again"
              .formatted(data.serverFile(), e.getMessage()),
          e);
    }
  }

  private static URI base(Map<String, String> file) {
    String host = file.getOrDefault("host", "");
    boolean everywhere = host.isEmpty() || host.equals("0.0.0.0") || host.equals("::");
    return URI.create(
        "http://" + (everywhere ? "127.0.0.1" : host) + ":" + Integer.parseInt(file.get("port")));
  }

  private boolean answers() {
    try {
      HttpURLConnection connection = connect("/");
      connection.setReadTimeout(CONNECT_MILLIS);
      boolean answered = connection.getResponseCode() > 0;
      connection.disconnect();
      return answered;
    } catch (IOException e) {
      return false; // not listening, or not yet
    }
  }

  /**
   * Has the server carry out a command line and prints what it prints.
   *
   * @return its exit status; empty if the server is starting or stopping and takes no commands
   */
  OptionalInt command(List<String> args, Path directory, PrintStream out, PrintStream err) {
    try {
      HttpURLConnection connection = connect("/api/v1/command");
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Authorization", "Bearer " + token);
      connection.setRequestProperty("Content-Type", "application/json");
      byte[] request = FlatJson.command(args, directory).getBytes(StandardCharsets.UTF_8);
      // Else the JDK sends it a second time if the server dies over it.
      connection.setFixedLengthStreamingMode(request.length);
      try (OutputStream body = connection.getOutputStream()) {
        body.write(request);
      }
      int status = connection.getResponseCode();
      if (status == HttpURLConnection.HTTP_NOT_FOUND) {
        return OptionalInt.empty();
      }
      if (status != HttpURLConnection.HTTP_OK) {
        err.println(
            "The server at " + base + " refused the command: " + status + " " + body(connection));
        return OptionalInt.of(COULD_NOT_RUN);
      }
      OptionalInt exit = answer(connection, out, err);
      if (exit.isPresent()) {
        return exit;
      }
      err.println(wentAway(""));
    } catch (IOException e) {
      err.println(wentAway(" (" + e.getMessage() + ")"));
    }
    return OptionalInt.of(COULD_NOT_RUN);
  }

  private String wentAway(String why) {
    return "The server at "
        + base
        + " went away before the command was done"
        + why
        + ". Start it again; what it had acknowledged is in the ledger.";
  }

  private static OptionalInt answer(HttpURLConnection connection, PrintStream out, PrintStream err)
      throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Map<String, String> message = FlatJson.read(line);
        print(message.get("out"), out);
        print(message.get("err"), err);
        if (message.containsKey("exit")) {
          return OptionalInt.of(Integer.parseInt(message.get("exit")));
        }
      }
    }
    return OptionalInt.empty();
  }

  private static void print(String text, PrintStream to) {
    if (text != null) {
      to.print(text);
      to.flush();
    }
  }

  private static String body(HttpURLConnection connection) throws IOException {
    try (InputStream error = connection.getErrorStream()) {
      return error == null
          ? ""
          : new String(error.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8);
    }
  }

  private HttpURLConnection connect(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) base.resolve(path).toURL().openConnection(java.net.Proxy.NO_PROXY);
    connection.setConnectTimeout(CONNECT_MILLIS);
    return connection;
  }
}
