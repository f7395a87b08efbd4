package org.nightjar.cli.internal;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Text that takes the progress bar away before it appears. */
final class AroundBar extends FilterWriter {
  private final ProgressBar bar;

  AroundBar(Writer to, ProgressBar bar) {
    super(to);
    this.bar = bar;
  }

  @Override
  public void write(int character) throws IOException {
    bar.clear();
    super.write(character);
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    bar.clear();
    super.write(text, offset, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    bar.clear();
    super.write(text, offset, length);
  }
}
