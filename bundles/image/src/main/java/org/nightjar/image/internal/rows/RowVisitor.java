package org.nightjar.image.internal.rows;

/** Something that looks at the rows of an image one after the other, from the top down. */
public interface RowVisitor {

  /** How many rows before and after the one it visits it looks at. */
  int reach();

  /** Looks at row y and those around it, which are its to read until it returns. */
  void visit(SkyWindow rows, int y);
}
