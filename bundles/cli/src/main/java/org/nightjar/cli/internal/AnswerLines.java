package org.nightjar.cli.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.nightjar.json.JsonLine;

/**
 * The answers of a command on their way to another process: JSON lines {@code {"out":text}}, {@code
 * {"err":text}}, at last {@code {"exit":status}}.
 */
final class AnswerLines {
  private static final int LONGEST = 8192;

  private final OutputStream to;

  AnswerLines(OutputStream to) {
    this.to = to;
  }

  /** A writer whose text travels under this name. */
  PrintWriter writer(String name) {
    return new PrintWriter(new Channel(name), true);
  }

  void exit(int status) throws IOException {
    send(JsonLine.write(JsonLine.object().put("exit", status)));
  }

  private synchronized void send(String line) throws IOException {
    to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    to.flush();
  }

  private final class Channel extends Writer {
    private final String name;
    private final StringBuilder waiting = new StringBuilder();

    Channel(String name) {
      this.name = name;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      synchronized (lock) {
        waiting.append(text, offset, length);
        if (waiting.length() >= LONGEST) {
          flush();
        }
      }
    }

    @Override
    public void flush() throws IOException {
      synchronized (lock) {
        if (!waiting.isEmpty()) {
          String text = waiting.toString();
          waiting.setLength(0);
          send(JsonLine.write(JsonLine.object().put(name, text)));
        }
      }
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
