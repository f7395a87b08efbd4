package org.nightjar.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;

/**
 * A plain float image from a warm page cache into a float array: our reader against a channel read
 * into a direct buffer and a big-endian copy, which is the least that anybody has to do.
 */
final class PlainImages {
  private static final int BLOCK = 1 << 20;
  private static final int HEADER = 2880;

  private final Path file;
  private final ImagePart image;
  private final float[] pixels = new float[Frames.WIDTH * Frames.HEIGHT];
  private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK).order(ByteOrder.BIG_ENDIAN);

  private PlainImages(Path file, ImagePart image) {
    this.file = file;
    this.image = image;
  }

  static Contest contest(Path file, Product product) throws Exception {
    PlainImages images = new PlainImages(file, FitsFiles.image(product));
    return new Contest(
        "plain float image",
        "Mpixel",
        Contestant.here("Nightjar", images::ours),
        Map.of(Contestant.here("NIO channel, big-endian copy", images::copy), 0.7));
  }

  private double ours() throws Exception {
    image.read(image.region(), FloatBuffer.wrap(pixels));
    return pixels.length / 1e6;
  }

  private double copy() throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long position = HEADER;
      int done = 0;
      while (done < pixels.length) {
        block.clear().limit(Math.min(BLOCK, (pixels.length - done) * Float.BYTES));
        while (block.hasRemaining()) {
          position += channel.read(block, position);
        }
        block.flip();
        int count = block.remaining() / Float.BYTES;
        block.asFloatBuffer().get(pixels, done, count);
        done += count;
      }
    }
    return pixels.length / 1e6;
  }
}
