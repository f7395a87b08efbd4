package org.nightjar.image;

/** Rows of a part of an image. Not for many threads at once. */
final class SectionRows implements PixelRows {

  private final PixelRows image;
  private final Section section;
  private final float[] whole;

  SectionRows(PixelRows image, Section section) {
    this.image = image;
    this.section = section;
    this.whole = new float[image.width()];
  }

  @Override
  public int width() {
    return section.width();
  }

  @Override
  public int height() {
    return section.height();
  }

  @Override
  public void readRow(int y, float[] into) {
    image.readRow(section.top() + y, whole);
    System.arraycopy(whole, section.left(), into, 0, section.width());
  }
}
