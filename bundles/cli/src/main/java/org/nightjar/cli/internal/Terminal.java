package org.nightjar.cli.internal;

/** Whether somebody watches. */
final class Terminal {
  /** Set by the start script, which can ask: {@code true} if standard error is a terminal. */
  private static final String PROPERTY = "nightjar.terminal";

  /** From this Java on there is a console although there may be no terminal. */
  private static final int CONSOLE_WITHOUT_TERMINAL = 22;

  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull") // asked only where null still says something
  static boolean attached() {
    String term = System.getenv("TERM");
    if (term == null || term.equals("dumb")) {
      return false;
    }
    String told = System.getProperty(PROPERTY);
    return told == null
        ? Runtime.version().feature() < CONSOLE_WITHOUT_TERMINAL && System.console() != null
        : Boolean.parseBoolean(told);
  }
}
