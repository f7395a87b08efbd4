package org.nightjar.fits.internal.checksum;

/** The sixteen characters of CHECKSUM (FITS standard 4.0, appendix J.2). */
public final class ChecksumText {
  /** What stands in the card while its HDU is summed up. */
  public static final String ZERO = "0".repeat(16);

  private static final String PUNCTUATION = ":;<=>?@[\\]^_`";

  private ChecksumText() {}

  /**
   * The characters that bring the sum of an HDU to minus zero.
   *
   * @param sum of the HDU with {@link #ZERO} in the card
   */
  public static String of(long sum) {
    long complement = ~sum & 0xffff_ffffL;
    char[] text = new char[16];
    for (int i = 0; i < 4; i++) {
      int value = (int) (complement >>> (24 - 8 * i)) & 0xff;
      int[] four = new int[4];
      for (int j = 0; j < 4; j++) {
        four[j] = value / 4 + '0';
      }
      four[0] += value % 4;
      avoidPunctuation(four);
      for (int j = 0; j < 4; j++) {
        text[4 * j + i] = (char) four[j];
      }
    }
    String whole = new String(text);
    return whole.substring(15) + whole.substring(0, 15);
  }

  private static void avoidPunctuation(int[] four) {
    boolean again = true;
    while (again) {
      again = false;
      for (int j = 0; j < 4; j += 2) {
        if (PUNCTUATION.indexOf(four[j]) >= 0 || PUNCTUATION.indexOf(four[j + 1]) >= 0) {
          four[j]++;
          four[j + 1]--;
          again = true;
        }
      }
    }
  }
}
