package org.nightjar.cli.internal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Draws how far work has come on one line of a terminal, and takes it away before other text. */
final class ProgressBar {
  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int CELLS = 30;
  private static final int LONGEST_TEXT = 40;

  private final PrintWriter terminal;
  private final LongSupplier nanos;
  private long drawnAt;
  private int drawnLength;

  ProgressBar(PrintWriter terminal, LongSupplier nanos) {
    this.terminal = terminal;
    this.nanos = nanos;
    this.drawnAt = nanos.getAsLong() - EVERY_NANOS;
  }

  /** Draws, unless it has just done so and this is not the end. */
  synchronized void draw(long done, long total, String doing) {
    long now = nanos.getAsLong();
    if (now - drawnAt < EVERY_NANOS && (total == 0 || done < total)) {
      return;
    }
    drawnAt = now;
    String line = line(done, total, doing);
    terminal.print("\r" + line + " ".repeat(Math.max(0, drawnLength - line.length())));
    terminal.flush();
    drawnLength = line.length();
  }

  /** Takes the bar away, if it is there. */
  synchronized void clear() {
    if (drawnLength > 0) {
      terminal.print("\r" + " ".repeat(drawnLength) + "\r");
      terminal.flush();
      drawnLength = 0;
    }
  }

  private static String line(long done, long total, String doing) {
    String text = printable(doing);
    if (total <= 0) {
      return String.format(Locale.ROOT, "%d  %s", done, text);
    }
    int full = (int) (CELLS * Math.min(1.0, Math.max(0.0, (double) done / total)));
    return String.format(
        Locale.ROOT,
        "[%s%s] %d/%d  %s",
        "#".repeat(full),
        " ".repeat(CELLS - full),
        done,
        total,
        text);
  }

  /** Names of files may hold anything, such as commands to the terminal. */
  private static String printable(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= LONGEST_TEXT
        ? clean
        : "..." + clean.substring(clean.length() - LONGEST_TEXT + 3);
  }
}
