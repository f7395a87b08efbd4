package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;

class PlainImageTest {
  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;

  @TempDir Path folder;

  private interface Check {
    void on(ImagePart image) throws Exception;
  }

  private void image(FitsBuilder file, Check check) throws Exception {
    try (Reading reading = new Reading(folder);
        Product product = reading.open(file.write(folder, "image"))) {
      check.on(Reading.image(product));
    }
  }

  private static void fill(ByteBuffer data, ObjIntConsumer<ByteBuffer> put) {
    for (int i = 0; data.hasRemaining(); i++) {
      put.accept(data, i);
    }
  }

  private static FitsBuilder stored(int bitpix, FitsBuilder header, int pixels) {
    return header.data(
        pixels * Math.abs(bitpix) / 8,
        data ->
            fill(
                data,
                (to, i) -> {
                  switch (bitpix) {
                    case 8 -> to.put((byte) (250 + i));
                    case 16 -> to.putShort((short) (i * 1000 - 20000));
                    case 32 -> to.putInt(i * 100_000_007 - 2_000_000_000);
                    case 64 -> to.putLong(i * 1_000_000_000_007L - 5);
                    case -32 -> to.putFloat(i * 0.1f);
                    default -> to.putDouble(i * 0.1);
                  }
                }));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32, 64, -32, -64})
  void everyTypeIsExactInEveryRectangle(int bitpix) throws Exception {
    FitsBuilder file =
        stored(bitpix, FitsBuilder.primary(bitpix, WIDTH, HEIGHT, 3), WIDTH * HEIGHT * 3);
    image(
        file,
        image -> {
          assertThat(List.of(image.width(), image.height(), image.planes()))
              .containsExactly(WIDTH, HEIGHT, 3);
          for (Region region :
              List.of(
                  image.region(),
                  new Region(2, 1, 1, 6, 4),
                  new Region(1, 0, 2, WIDTH, 4),
                  new Region(0, 6, 4, 7, 5),
                  new Region(0, 3, 3, 3, 3))) {
            double[] pixels = new double[(int) region.size()];
            image.read(region, DoubleBuffer.wrap(pixels));
            float[] single = new float[pixels.length];
            image.read(region, FloatBuffer.wrap(single));
            for (int i = 0; i < pixels.length; i++) {
              int x = region.x0() + i % region.width();
              int y = region.y0() + i / region.width();
              double wanted = value(bitpix, (region.plane() * HEIGHT + y) * WIDTH + x);
              assertThat(pixels[i]).isEqualTo(wanted);
              assertThat(single[i]).isEqualTo((float) wanted);
            }
          }
        });
  }

  private static double value(int bitpix, int i) {
    return switch (bitpix) {
      case 8 -> (250 + i) & 0xff;
      case 16 -> (short) (i * 1000 - 20000);
      case 32 -> i * 100_000_007 - 2_000_000_000;
      case 64 -> i * 1_000_000_000_007L - 5;
      case -32 -> i * 0.1f;
      default -> i * 0.1;
    };
  }

  @Test
  void unsignedIntegersAndBlanks() throws Exception {
    FitsBuilder unsigned =
        FitsBuilder.primary(16, 3, 1)
            .card("BZERO", 32768)
            .card("BLANK", -32768)
            .data(
                6,
                data -> data.putShort((short) -32768).putShort((short) 32767).putShort((short) 0));
    image(
        unsigned,
        image -> {
          assertThat(image.pixelType()).isEqualTo(PixelType.INT);
          int[] whole = new int[3];
          image.read(image.region(), IntBuffer.wrap(whole));
          assertThat(whole).containsExactly(0, 65535, 32768);
          float[] single = new float[3];
          image.read(image.region(), FloatBuffer.wrap(single));
          assertThat(single).containsExactly(Float.NaN, 65535f, 32768f);
        });
  }

  @Test
  void unsigned32NeedsLongAndUnsigned64IsRefusedWhereItDoesNotFit() throws Exception {
    image(
        FitsBuilder.primary(32, 2)
            .card("BZERO", 2147483648L)
            .data(8, data -> data.putInt(Integer.MAX_VALUE).putInt(0)),
        image -> {
          assertThat(image.pixelType()).isEqualTo(PixelType.LONG);
          long[] whole = new long[2];
          image.read(image.region(), LongBuffer.wrap(whole));
          assertThat(whole).containsExactly(4294967295L, 2147483648L);
          assertThatThrownBy(() -> image.read(image.region(), IntBuffer.allocate(2)))
              .hasMessageContaining("does not fit");
        });
    image(
        FitsBuilder.primary(64, 2)
            .raw("BZERO   =  9223372036854775808")
            .data(16, data -> data.putLong(Long.MIN_VALUE + 5).putLong(1)),
        image -> {
          long[] whole = new long[1];
          image.read(Region.of(0, 0, 1, 1), LongBuffer.wrap(whole));
          assertThat(whole).containsExactly(5);
          assertThatThrownBy(() -> image.read(image.region(), LongBuffer.allocate(2)))
              .hasMessageContaining("does not fit");
        });
  }

  @Test
  void scaledIntegersAreNotWholeNumbers() throws Exception {
    image(
        FitsBuilder.primary(16, 2)
            .card("BSCALE", 2.92273835509)
            .card("BZERO", 3713.66692596)
            .data(4, data -> data.putShort((short) 100).putShort((short) -7)),
        image -> {
          assertThat(image.pixelType()).isEqualTo(PixelType.FLOAT);
          double[] pixels = new double[2];
          image.read(image.region(), DoubleBuffer.wrap(pixels));
          assertThat(pixels[0]).isEqualTo(3713.66692596 + 2.92273835509 * 100);
          assertThatThrownBy(() -> image.read(image.region(), IntBuffer.allocate(2)))
              .isInstanceOf(NightjarException.class)
              .hasMessageContaining("not whole numbers");
        });
  }

  @Test
  void tilesCoverEveryPixelOnce() throws Exception {
    int width = 3000;
    int height = 200;
    image(
        stored(-32, FitsBuilder.primary(-32, width, height), width * height),
        image -> {
          List<Region> tiles = new ArrayList<>();
          float[] next = {0};
          image.forEachTile(
              (region, pixels) -> {
                tiles.add(region);
                assertThat(pixels.remaining()).isEqualTo((int) region.size());
                for (int i = 0; pixels.hasRemaining(); i++) {
                  float wanted = (region.y0() * width + i) * 0.1f;
                  if (pixels.get() != wanted) {
                    throw new AssertionError("pixel " + i + " of " + region);
                  }
                }
                next[0] += region.size();
              });
          assertThat(next[0]).isEqualTo((float) width * height);
          assertThat(tiles).hasSizeGreaterThan(1);
        });
  }

  @Test
  void whatLiesOutsideIsTheCallersMistake() throws Exception {
    image(
        stored(16, FitsBuilder.primary(16, WIDTH, HEIGHT), WIDTH * HEIGHT),
        image -> {
          assertThatThrownBy(() -> image.read(Region.of(0, 0, 8, 1), FloatBuffer.allocate(8)))
              .hasMessageContaining("BAD_ARGUMENT");
          assertThatThrownBy(() -> image.read(new Region(1, 0, 0, 1, 1), FloatBuffer.allocate(1)))
              .hasMessageContaining("BAD_ARGUMENT");
          assertThatThrownBy(() -> image.read(image.region(), FloatBuffer.allocate(3)))
              .hasMessageContaining("room for 3");
        });
  }

  @Test
  void aReaderThatIsInterruptedDisturbsNoOther() throws Exception {
    Path file =
        stored(16, FitsBuilder.primary(16, WIDTH, HEIGHT), WIDTH * HEIGHT).write(folder, "f");
    try (Reading reading = new Reading(folder);
        Product product = reading.open(file)) {
      ImagePart image = Reading.image(product);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> image.read(image.region(), FloatBuffer.allocate(35)))
          .hasMessageContaining("CANCELLED");
      assertThat(Thread.interrupted()).isTrue();
      float[] pixels = new float[WIDTH * HEIGHT];
      image.read(image.region(), FloatBuffer.wrap(pixels));
      assertThat(pixels[34]).isEqualTo(14000f);
    }
  }
}
