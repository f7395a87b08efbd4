package org.nightjar.image.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.nightjar.image.PixelRows;

class SkyPictureTest {
  private static final int RED = 0xff0000;

  @Test
  void aPngIsReadBackByOthersPixelForPixel() throws Exception {
    float[] pixels = new float[70 * 50];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 70 + i / 70;
    }
    pixels[69] = Float.NaN;
    SkyPicture picture = SkyPicture.of(PixelRows.of(pixels, 70, 50), 100).circle(30, 20, 9, RED);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture.png()));
    assertThat(read.getWidth()).isEqualTo(70);
    assertThat(read.getHeight()).isEqualTo(50);
    for (int y = 0; y < 50; y++) {
      for (int x = 0; x < 70; x++) {
        assertThat(read.getRGB(x, y) & 0xffffff).isEqualTo(picture.colour(x, y));
      }
    }
    assertThat(picture.colour(69, 49)).as("the blank pixel, in the first row").isEqualTo(0x303060);
  }

  @Test
  void marksLieOnThePixelsThatTheyMean() {
    SkyPicture picture = blank(40, 30, 100).box(3, 4, 5, 7, RED).line(10, 2, 20, 12, RED);
    assertThat(picture.colour(3, 29 - 4)).isEqualTo(RED);
    assertThat(picture.colour(4, 29 - 6)).isEqualTo(RED);
    assertThat(picture.colour(5, 29 - 6)).isNotEqualTo(RED);
    assertThat(picture.colour(3, 29 - 7)).isNotEqualTo(RED);
    for (int i = 0; i <= 10; i++) {
      assertThat(picture.colour(10 + i, 29 - 2 - i)).isEqualTo(RED);
    }
  }

  @Test
  void averagedPicturesKeepMarksInPlace() {
    SkyPicture picture = blank(1000, 700, 100).box(995, 0, 1000, 5, RED).circle(4, 694, 0, RED);
    assertThat(picture.width()).isEqualTo(100);
    assertThat(picture.height()).isEqualTo(70);
    assertThat(picture.colour(99, 69)).isEqualTo(RED);
    assertThat(picture.colour(3, 0)).isEqualTo(RED);
  }

  @Test
  void marksFarOutsideDoNothingAndTakeNoTime() {
    SkyPicture picture =
        blank(40, 30, 100)
            .box(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, RED)
            .line(-1e300, 5, 1e300, 5, RED)
            .circle(1e18, 1e18, 1e18, RED);
    assertThat(picture.colour(39, 29)).isEqualTo(RED);
    assertThat(picture.colour(20, 10)).isNotEqualTo(RED);
    assertThatThrownBy(() -> blank(4, 4, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKindOfFindingHasOneColour() {
    assertThat(MarkColour.of("streak")).isEqualTo(MarkColour.of("satellite-trail"));
    assertThat(MarkColour.text("saturated-source")).isEqualTo("#d55e00");
    assertThat(MarkColour.text("never heard of")).matches("#[0-9a-f]{6}");
  }

  private static SkyPicture blank(int width, int height, int side) {
    float[] pixels = new float[width * height];
    Arrays.fill(pixels, 7);
    return SkyPicture.of(PixelRows.of(pixels, width, height), side);
  }
}
