package org.nightjar.fits.internal.tile;

/**
 * Bit planes of H-transform coefficients as quadtrees (White, Postman and Lattanzi 1992,
 * "Compression of the Guide Star digitised Schmidt plates"): a node is four bits that say which of
 * its quarters hold anything, Huffman-coded, the top first, within a level from the last node to
 * the first.
 */
final class QuadTree {
  private static final int PLAIN = 0;
  private static final int TREE = 15;

  /** Nodes by their Huffman code of up to six bits, read as if all had six. */
  private static final byte[] NODE = new byte[64];

  private static final byte[] LENGTH = new byte[64];

  static {
    code(0b000, 3, 1);
    code(0b001, 3, 2);
    code(0b010, 3, 4);
    code(0b011, 3, 8);
    code(0b1000, 4, 3);
    code(0b1001, 4, 5);
    code(0b1010, 4, 10);
    code(0b1011, 4, 12);
    code(0b1100, 4, 15);
    code(0b11010, 5, 6);
    code(0b11011, 5, 7);
    code(0b11100, 5, 9);
    code(0b11101, 5, 11);
    code(0b11110, 5, 13);
    code(0b111110, 6, 0);
    code(0b111111, 6, 14);
  }

  private final BitInput in;
  private final byte[] nodes;
  private final long[] target;
  private final int stride;

  /**
   * A reader of trees.
   *
   * @param nodes room for a quarter of the pixels, sides rounded up
   * @param target coefficients, row by row
   * @param stride coefficients in a row
   */
  QuadTree(BitInput in, byte[] nodes, long[] target, int stride) {
    this.in = in;
    this.nodes = nodes;
    this.target = target;
    this.stride = stride;
  }

  private static void code(int code, int length, int node) {
    int first = code << (6 - length);
    for (int i = first; i < first + (1 << (6 - length)); i++) {
      NODE[i] = (byte) node;
      LENGTH[i] = (byte) length;
    }
  }

  /**
   * Adds the bit planes of one rectangle.
   *
   * @param corner its first coefficient
   * @param planes how many
   */
  void read(int corner, int rows, int columns, int planes) throws DamagedStreamException {
    int halfRows = (rows + 1) / 2;
    int halfColumns = (columns + 1) / 2;
    for (int plane = planes - 1; plane >= 0; plane--) {
      long at = in.at();
      int form = in.next(4);
      if (form == PLAIN) {
        for (int i = 0; i < halfRows * halfColumns; i++) {
          nodes[i] = (byte) in.next(4);
        }
        insert(corner, rows, columns, plane);
      } else if (form == TREE) {
        if (tree(rows, columns)) {
          insert(corner, rows, columns, plane);
        }
      } else {
        throw DamagedStreamException.corrupt(at, "an H-compress bit plane of form " + form);
      }
    }
  }

  /** Reads a tree down to its leaves; false if it is empty. */
  private boolean tree(int rows, int columns) throws DamagedStreamException {
    long at = in.at();
    byte root = huffman();
    if (root == 0) {
      return false;
    }
    if (rows == 0 || columns == 0) {
      throw DamagedStreamException.corrupt(at, "H-compress bits where there are no pixels");
    }
    nodes[0] = root;
    for (int level = HTransform.levels(Math.max(rows, columns)) - 1; level > 0; level--) {
      int levelRows = HTransform.shrunk(rows, level);
      int levelColumns = HTransform.shrunk(columns, level);
      spread(levelRows, levelColumns);
      for (int i = levelRows * levelColumns - 1; i >= 0; i--) {
        if (nodes[i] != 0) {
          nodes[i] = huffman();
        }
      }
    }
    return true;
  }

  private byte huffman() throws DamagedStreamException {
    int code = in.peek(6);
    in.skip(LENGTH[code]);
    return NODE[code];
  }

  /** Makes each node a square of its four bits, in place: from the last to the first. */
  private void spread(int rows, int columns) {
    int halfColumns = (columns + 1) / 2;
    for (int y = rows - 1; y >= 0; y--) {
      int parents = (y / 2) * halfColumns;
      int down = (y & 1) == 0 ? 2 : 0;
      for (int x = columns - 1; x >= 0; x--) {
        int bit = down + ((x & 1) == 0 ? 1 : 0);
        nodes[y * columns + x] = (byte) (nodes[parents + x / 2] >>> bit & 1);
      }
    }
  }

  private void insert(int corner, int rows, int columns, int plane) {
    int halfColumns = (columns + 1) / 2;
    for (int y = 0; y < rows; y++) {
      int row = corner + y * stride;
      int parents = (y / 2) * halfColumns;
      int down = (y & 1) == 0 ? 2 : 0;
      for (int x = 0; x < columns; x++) {
        int bit = down + ((x & 1) == 0 ? 1 : 0);
        target[row + x] |= (nodes[parents + x / 2] >>> bit & 1L) << plane;
      }
    }
  }
}
