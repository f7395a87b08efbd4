package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.reader.Source;
import org.nightjar.fits.internal.bytes.Packing;
import org.nightjar.fits.internal.bytes.UnpackLimits;
import org.nightjar.fits.internal.bytes.Unpacker;

class DamagedFileTest {
  @TempDir Path folder;
  private Reading reading;

  @BeforeEach
  void open() {
    reading = new Reading(folder);
  }

  private Problem problem(byte[] file) throws Exception {
    Path path = Files.write(folder.resolve("damaged"), file);
    assertThat(reading.reader().recognises(Source.ofFile(path))).isTrue();
    return catchThrowableOfType(NightjarException.class, () -> reading.scan(path)).problem();
  }

  private static byte[] twoImages() {
    return FitsBuilder.primary(16, 100, 100)
        .data(20_000, data -> {})
        .image("SECOND", 16, 100, 100)
        .data(20_000, data -> {})
        .bytes();
  }

  @Test
  void aFileThatEndsEarlyIsTruncated() throws Exception {
    byte[] whole = twoImages();
    for (int length : List.of(whole.length - 1, whole.length - 2880, 23040 + 100, 2881, 2000, 9)) {
      Problem problem = problem(Arrays.copyOf(whole, length));
      assertThat(problem.code()).as("%d bytes", length).matches("TRUNCATED|CORRUPT");
      assertThat(problem.place()).contains("HDU");
      assertThat(problem.remedy()).isNotEmpty();
    }
    Problem problem = problem(Arrays.copyOf(whole, whole.length - 2880));
    assertThat(problem.message())
        .contains("expected " + whole.length, "found " + (whole.length - 2880));
    assertThat(problem.place()).endsWith("HDU 1");
  }

  @Test
  void headersThatLieAreFound() throws Exception {
    assertThat(
            problem(FitsBuilder.primary(16, Integer.MAX_VALUE, Integer.MAX_VALUE).end().bytes())
                .code())
        .isEqualTo("TOO_LARGE");
    assertThat(problem(FitsBuilder.primary(16, 1_000_000, 1_000_000).end().bytes()).code())
        .isEqualTo("TRUNCATED");
    assertThat(problem(FitsBuilder.primary(16, -5, 5).end().bytes()).code()).isEqualTo("CORRUPT");
    assertThat(problem(FitsBuilder.primary(17, 5, 5).end().bytes()).message())
        .contains("BITPIX is 17");
    assertThat(
            problem(new FitsBuilder().card("SIMPLE", true).card("BITPIX", 8).end().bytes())
                .message())
        .contains("NAXIS is missing");
    assertThat(problem(FitsBuilder.primary(8).end().bytes()).code()).isEqualTo("UNSUPPORTED");
  }

  @Test
  void whatFollowsTheLastHduIsNotIgnored() throws Exception {
    byte[] damaged = twoImages();
    damaged[23040] = 'Y';
    assertThat(problem(damaged).message()).contains("neither an extension");
    byte[] filled = Arrays.copyOf(twoImages(), 46080 + 5760);
    assertThat(reading.scan(Files.write(folder.resolve("filled"), filled))).hasSize(1);
  }

  @Test
  void textAndFolderLikeNamesAreNotOurs() throws Exception {
    Path text = Files.writeString(folder.resolve("text.fits"), "this is not FITS\n");
    assertThat(reading.reader().recognises(Source.ofFile(text))).isFalse();
    Path empty = Files.writeString(folder.resolve("empty.fits"), "");
    assertThat(reading.reader().recognises(Source.ofFile(empty))).isFalse();
    Path gzip = Files.write(folder.resolve("t.fits"), pack(new byte[100], Packing.GZIP));
    assertThat(reading.reader().recognises(Source.ofFile(gzip))).isFalse();
  }

  private static byte[] pack(byte[] bytes, Packing packing) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        packing == Packing.GZIP
            ? new GZIPOutputStream(packed)
            : new BZip2CompressorOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  @Test
  void packedFilesAreReadAndLeaveNothingBehind() throws Exception {
    for (Packing packing : List.of(Packing.GZIP, Packing.BZIP2)) {
      Path path = Files.write(folder.resolve("packed"), pack(twoImages(), packing));
      assertThat(reading.reader().recognises(Source.ofFile(path))).isTrue();
      try (var product = reading.open(path)) {
        assertThat(product.parts()).hasSize(2);
      }
      reading.scan(path);
      reading.close();
      try (var left = Files.list(folder.resolve("tmp"))) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void packedFilesThatEndEarlyAreTruncated() throws Exception {
    byte[] gzip = pack(twoImages(), Packing.GZIP);
    assertThat(problem(Arrays.copyOf(gzip, gzip.length - 1)).code()).isEqualTo("TRUNCATED");
    byte[] flipped = gzip.clone();
    flipped[gzip.length - 6] ^= 1;
    assertThat(problem(flipped).code()).isEqualTo("CORRUPT");
  }

  @Test
  void bombsStopAtTheBound() throws Exception {
    Path bomb = Files.write(folder.resolve("bomb"), pack(new byte[10_000_000], Packing.GZIP));
    Unpacker unpacker =
        new Unpacker(folder.resolve("tmp"), new UnpackLimits(1L << 40, 1 << 20, 50));
    assertThatThrownBy(() -> unpacker.unpack(Source.ofFile(bomb), Packing.GZIP))
        .hasMessageContaining("TOO_LARGE");
    try (var left = Files.list(folder.resolve("tmp"))) {
      assertThat(left).isEmpty();
    }
  }
}
