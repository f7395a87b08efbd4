package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.image.FrameComparison.Kind;

class FrameComparisonTest {

  private static final int SIDE = 600;

  @Test
  void identicalFrames() {
    FrameComparison same = compare(field(1, 80, 0, 0), field(1, 80, 0, 0));

    assertThat(same.kind()).isEqualTo(Kind.IDENTICAL);
    assertThat(same.dx()).isZero();
    assertThat(same.dy()).isZero();
    assertThat(same.matched()).isEqualTo(same.sources()).isGreaterThan(40);
  }

  @Test
  void onePixelIsEnoughNotToBeIdentical() {
    Sky other = field(1, 80, 0, 0);
    other.pixels[12_345] = Math.nextUp(other.pixels[12_345]);

    assertThat(compare(other, field(1, 80, 0, 0)).kind()).isEqualTo(Kind.SAME_READOUT);
  }

  @Test
  void swappedRowsAndPixelsAreNotIdentical() {
    Sky one = field(1, 80, 0, 0);
    Sky rows = field(1, 80, 0, 0);
    System.arraycopy(one.pixels, 0, rows.pixels, SIDE, SIDE);
    System.arraycopy(one.pixels, SIDE, rows.pixels, 0, SIDE);
    Sky pixels = field(1, 80, 0, 0).set(0, 0, one.pixels[1]).set(1, 0, one.pixels[0]);

    assertThat(compare(rows, one).kind()).isEqualTo(Kind.SAME_READOUT);
    assertThat(compare(pixels, one).kind()).isEqualTo(Kind.SAME_READOUT);
  }

  @ParameterizedTest
  @CsvSource({"2.5,-700", "0.01,3", "1,0.3", "-1,5000"})
  void theSameReadoutScaled(float scale, float offset) {
    Sky other = field(2, 80, 0, 0);
    for (int i = 0; i < other.pixels.length; i++) {
      other.pixels[i] = scale * other.pixels[i] + offset;
    }
    FrameComparison compared = compare(other, field(2, 80, 0, 0));

    if (scale < 0) {
      assertThat(compared.kind()).isNotEqualTo(Kind.SAME_READOUT);
    } else {
      assertThat(compared.kind()).isEqualTo(Kind.SAME_READOUT);
      assertThat(compared.dx()).isZero();
      assertThat(compared.dy()).isZero();
      assertThat(compared.noiseCorrelation()).isGreaterThan(0.95);
    }
  }

  @Test
  void theSameReadoutFlattenedAndMasked() {
    Sky other = field(2, 80, 0, 0);
    Random random = new Random(3);
    for (int i = 0; i < other.pixels.length; i++) {
      other.pixels[i] *= (float) (1 + 0.01 * random.nextGaussian()) * (1 + 0.1f * i / 360_000);
      if (random.nextInt(20) == 0) {
        other.pixels[i] = Float.NaN;
      }
    }

    assertThat(compare(other, field(2, 80, 0, 0)).kind()).isEqualTo(Kind.SAME_READOUT);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "0,-1", "-7,12", "24,-24", "60,35", "-90,80"})
  void shiftedReadout(int dx, int dy) {
    Sky before = field(4, 80, 0, 0);
    FrameComparison compared = compare(rolled(before, dx, dy), before);

    assertThat(compared.kind()).isEqualTo(Kind.SHIFTED_READOUT);
    assertThat(compared.dx()).isEqualTo(dx);
    assertThat(compared.dy()).isEqualTo(dy);
  }

  @Test
  void shiftedReadoutWithoutStars() {
    Sky before = field(4, 0, 0, 0);
    FrameComparison compared = compare(rolled(before, 3, -2), before);

    assertThat(compared.kind()).isEqualTo(Kind.SHIFTED_READOUT);
    assertThat(compared.dx()).isEqualTo(3);
    assertThat(compared.dy()).isEqualTo(-2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void samePointing(long seed) {
    FrameComparison compared = compare(field(seed, 80, 0.3, -0.4), field(seed + 50, 80, 0, 0));

    assertThat(compared.kind()).isEqualTo(Kind.SAME_POINTING);
    assertThat(compared.dx()).isCloseTo(0.3, within(0.1));
    assertThat(compared.dy()).isCloseTo(-0.4, within(0.1));
    assertThat(compared.noiseCorrelation()).isCloseTo(0, within(0.2));
    assertThat(compared.matched()).isGreaterThan(compared.sources() / 2);
  }

  @ParameterizedTest
  @CsvSource({"1.6,0", "5.3,-8.2", "40,60", "-150.5,99.25", "0,300"})
  void shiftedPointing(double dx, double dy) {
    FrameComparison compared = compare(field(6, 80, dx, dy), field(7, 80, 0, 0));

    assertThat(compared.kind()).isEqualTo(Kind.SHIFTED_POINTING);
    assertThat(compared.dx()).isCloseTo(dx, within(0.2));
    assertThat(compared.dy()).isCloseTo(dy, within(0.2));
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 12, 30, 80, 400, 2000})
  void differentFields(int stars) {
    for (int seed = 0; seed < 10; seed++) {
      Sky now = StarField.round(new Sky(SIDE, SIDE, 1000, 10, seed), stars, 200, 5000, 3, seed + 9);
      Sky before =
          StarField.round(new Sky(SIDE, SIDE, 1000, 10, seed + 20), stars, 200, 5000, 3, seed + 30);

      FrameComparison compared = compare(now, before);

      assertThat(compared.kind()).isEqualTo(Kind.DIFFERENT);
      assertThat(compared.dx()).isNaN();
      assertThat(compared.matched()).isZero();
    }
  }

  /** What shines in the middle is the same in two exposures, and no sign of a copied readout. */
  @ParameterizedTest
  @CsvSource({"0,2000", "0,20000", "5,2000"})
  void crowdedFieldsAreNoCopies(double dither, int stars) {
    Sky now = StarField.round(new Sky(SIDE, SIDE, 1000, 10, 1), 0, 1, 2, 3, 1);
    Sky before = new Sky(SIDE, SIDE, 1000, 10, 2);
    crowd(now, stars, dither);
    crowd(before, stars, 0);

    assertThat(compare(now, before).kind())
        .isEqualTo(dither == 0 ? Kind.SAME_POINTING : Kind.SHIFTED_POINTING);
  }

  @Test
  void aGalaxyInTheMiddleIsNoCopy() {
    Sky now = field(8, 60, 0, 0);
    Sky before = field(9, 60, 0, 0);
    for (Sky sky : new Sky[] {now, before}) {
      sky.moffat(300, 300, 20_000, 8, 1.5);
    }

    assertThat(compare(now, before).kind()).isEqualTo(Kind.SAME_POINTING);
  }

  @Test
  void otherSizesCannotBeTold() {
    Sky small = new Sky(300, SIDE, 1000, 10, 1);

    assertThat(compare(small, field(1, 80, 0, 0)))
        .isEqualTo(new FrameComparison(Kind.UNKNOWN, Double.NaN, Double.NaN, Double.NaN, 0, 0));
  }

  @Test
  void tinyConstantAndEmptyFramesCannotBeTold() {
    assertThat(compare(new Sky(1, 1, 5, 0, 1), new Sky(1, 1, 6, 0, 1)).kind())
        .isEqualTo(Kind.UNKNOWN);
    assertThat(compare(new Sky(9, 7, 5, 1, 1), new Sky(9, 7, 6, 1, 2)).kind())
        .isEqualTo(Kind.UNKNOWN);
    assertThat(compare(new Sky(SIDE, SIDE, 5, 0, 1), new Sky(SIDE, SIDE, 6, 0, 1)).kind())
        .isEqualTo(Kind.UNKNOWN);
    assertThat(compare(new Sky(200, 200, Double.NaN, 0, 1), new Sky(200, 200, 6, 1, 1)).kind())
        .isEqualTo(Kind.UNKNOWN);
    assertThat(compare(new Sky(200, 200, 5, 0, 1), new Sky(200, 200, 5, 0, 2)).kind())
        .isEqualTo(Kind.IDENTICAL);
  }

  @Test
  void encodesAndDecodes() {
    FrameFingerprint before = fingerprint(field(1, 80, 0, 0));
    FrameFingerprint now = fingerprint(field(2, 80, 20, 30));
    byte[] bytes = before.encoded();

    FrameFingerprint again = FrameFingerprint.decoded(ByteBuffer.wrap(bytes));

    assertThat(bytes).hasSizeLessThanOrEqualTo(20_000);
    assertThat(again.encoded()).isEqualTo(bytes);
    assertThat(FrameComparison.of(now, again)).isEqualTo(FrameComparison.of(now, before));
    assertThat(FrameComparison.of(again, before).kind()).isEqualTo(Kind.IDENTICAL);
  }

  @Test
  void decodesFromTheMiddleOfABufferAndLeavesItAsItIs() {
    byte[] bytes = fingerprint(field(1, 80, 0, 0)).encoded();
    ByteBuffer buffer = ByteBuffer.allocate(bytes.length + 10).position(10).put(bytes).position(10);

    assertThat(FrameFingerprint.decoded(buffer.asReadOnlyBuffer()).encoded()).isEqualTo(bytes);
    assertThat(FrameFingerprint.decoded(buffer).encoded()).isEqualTo(bytes);
    assertThat(buffer.position()).isEqualTo(10);
  }

  @Test
  void keepsTheBrightestOfManySources() {
    Sky sky = StarField.round(new Sky(SIDE, SIDE, 1000, 10, 1), 900, 200, 9000, 3, 2);
    byte[] bytes = fingerprint(sky).encoded();

    assertThat(bytes).hasSize(24 + 128 * 128 + 200 * 8);
  }

  @Test
  void refusesWrongBytes() {
    byte[] bytes = fingerprint(field(1, 80, 0, 0)).encoded();

    refused(new byte[0]);
    refused(new byte[20_000]);
    refused(Arrays.copyOf(bytes, bytes.length - 1));
    refused(Arrays.copyOf(bytes, bytes.length + 1));
    refused(Arrays.copyOf(bytes, 23));
    refused(with(bytes, 0, 7));
    refused(with(bytes, 4, 0));
    refused(with(bytes, 8, -5));
    refused(with(bytes, 12, -1));
    refused(with(bytes, 12, 201));
    refused(with(bytes, 12, Integer.MAX_VALUE));
    refused(with(bytes, bytes.length - 4, Float.floatToIntBits(Float.NaN)));
    refused(with(bytes, bytes.length - 4, Float.floatToIntBits(1e30f)));
  }

  private static void refused(byte[] bytes) {
    assertThatThrownBy(() -> FrameFingerprint.decoded(ByteBuffer.wrap(bytes)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fingerprint");
  }

  private static byte[] with(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    ByteBuffer.wrap(changed).putInt(at, value);
    return changed;
  }

  /** The same stars always, the noise by its seed. */
  private static Sky field(long noiseSeed, int stars, double dx, double dy) {
    Sky sky = new Sky(SIDE, SIDE, 1000, 10, noiseSeed);
    Random random = new Random(77);
    for (int i = 0; i < stars; i++) {
      double x = random.nextDouble() * SIDE;
      double y = random.nextDouble() * SIDE;
      sky.star(x + dx, y + dy, 300 + 5000 * random.nextDouble(), 1.4);
    }
    return sky;
  }

  private static void crowd(Sky sky, int stars, double dx) {
    Random random = new Random(55);
    for (int i = 0; i < stars; i++) {
      double x = random.nextDouble() * SIDE;
      double y = random.nextDouble() * SIDE;
      sky.star(x + dx, y, 20 * Math.pow(100, random.nextDouble()), 1.3);
    }
  }

  private static Sky rolled(Sky from, int dx, int dy) {
    Sky to = new Sky(SIDE, SIDE, 1000, 10, 99);
    for (int y = Math.max(0, dy); y < Math.min(SIDE, SIDE + dy); y++) {
      for (int x = Math.max(0, dx); x < Math.min(SIDE, SIDE + dx); x++) {
        to.set(x, y, from.pixels[(y - dy) * SIDE + x - dx]);
      }
    }
    return to;
  }

  private static FrameComparison compare(Sky now, Sky before) {
    return FrameComparison.of(fingerprint(now), fingerprint(before));
  }

  private static FrameFingerprint fingerprint(Sky sky) {
    return FrameFingerprint.of(sky.rows(), sky.mesh(), sky.detect());
  }
}
