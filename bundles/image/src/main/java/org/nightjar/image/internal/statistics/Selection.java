package org.nightjar.image.internal.statistics;

/**
 * Values by rank without sorting: Hoare's quickselect with a median-of-three pivot. Reorders what
 * it is given.
 */
public final class Selection {

  private Selection() {}

  /** The median of the first {@code count} values, none NaN; NaN if count is 0. */
  public static double median(float[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    double upper = ranked(values, count, count / 2);
    if (count % 2 == 1) {
      return upper;
    }
    double lower = values[0];
    for (int i = 1; i < count / 2; i++) {
      lower = Math.max(lower, values[i]);
    }
    return (lower + upper) / 2;
  }

  /**
   * The value that would stand at {@code rank}, from 0, were the first {@code count} sorted; those
   * below come before.
   */
  public static float ranked(float[] values, int count, int rank) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      float pivot = middle(values[low], values[low + (high - low) / 2], values[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float swap = values[i];
          values[i++] = values[j];
          values[j--] = swap;
        }
      }
      if (rank <= j) {
        high = j;
      } else if (rank >= i) {
        low = i;
      } else {
        break;
      }
    }
    return values[rank];
  }

  private static float middle(float a, float b, float c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
