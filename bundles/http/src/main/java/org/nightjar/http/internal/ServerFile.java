package org.nightjar.http.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.nightjar.json.JsonLine;

/** {@code run/server.json}: tells the command line where the server of a data folder listens. */
final class ServerFile {
  private final Path file;

  ServerFile(Path data) {
    this.file = data.resolve("run").resolve("server.json");
  }

  /** Writes the file, whole or not at all. */
  void write(String host, int port, Token token) throws IOException {
    ObjectNode json =
        JsonLine.object()
            .put("pid", ProcessHandle.current().pid())
            .put("host", host)
            .put("port", port)
            .put("token", token.text());
    Path unfinished = file.resolveSibling("server.json.new");
    Files.deleteIfExists(unfinished);
    OwnerOnly.create(unfinished, JsonLine.write(json));
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  void remove() throws IOException {
    Files.deleteIfExists(file);
  }
}
