package org.nightjar.image;

/** The bounds every image keeps. */
final class ImageSize {

  private ImageSize() {}

  /**
   * Refuses sides below 1, more pixels than an int counts, and fewer pixels at hand than the sides
   * promise.
   */
  static void check(int width, int height, long available) {
    long pixels = (long) width * height;
    if (width < 1 || height < 1 || pixels > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "an image of "
              + width
              + " x "
              + height
              + " pixels: each side must be at least 1, the product below 2^31");
    }
    if (available < pixels) {
      throw new IllegalArgumentException(
          "an image of "
              + width
              + " x "
              + height
              + " needs "
              + pixels
              + " pixels, but only "
              + available
              + " are there");
    }
  }
}
