package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A rectangle of zero-based pixels, half-open: columns [left, right), rows [top, bottom).
 *
 * @param left first column, at least 0
 * @param top first row, at least 0
 * @param right the column after the last, above left
 * @param bottom the row after the last, above top
 */
@ProviderType
public record Section(int left, int top, int right, int bottom) {

  public Section {
    if (left < 0 || top < 0 || right <= left || bottom <= top) {
      throw new IllegalArgumentException(
          "a section of columns "
              + left
              + " to "
              + right
              + " and rows "
              + top
              + " to "
              + bottom
              + ": must start at 0 or above and hold a pixel");
    }
  }

  /** All of an image. */
  public static Section all(PixelRows image) {
    return new Section(0, 0, image.width(), image.height());
  }

  public int width() {
    return right - left;
  }

  public int height() {
    return bottom - top;
  }

  /**
   * This part of an image, as an image of its own whose first pixel is (left, top).
   *
   * @throws IllegalArgumentException if it does not lie within the image
   */
  public PixelRows of(PixelRows image) {
    checkWithin(image);
    return new SectionRows(image, this);
  }

  void checkWithin(PixelRows image) {
    if (right > image.width() || bottom > image.height()) {
      throw new IllegalArgumentException(
          this + " does not lie within " + image.width() + " x " + image.height() + " pixels");
    }
  }
}
