package org.nightjar.fits.internal.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.fits.internal.FitsBuilder;
import org.nightjar.fits.internal.bytes.FileBytes;
import org.nightjar.fits.internal.card.CardText;

class CardTextTest {
  @TempDir Path folder;

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(300);
    for (int i = 0; i < length; i++) {
      text.append(random.nextInt(4) == 0 ? '\'' : (char) (' ' + random.nextInt(95)));
    }
    return text.toString().stripTrailing();
  }

  @Test
  void randomHeadersComeBack() throws Exception {
    Random random = new Random(11);
    FitsBuilder builder = FitsBuilder.primary(8);
    Object[] values = new Object[2000];
    for (int i = 0; i < values.length; i++) {
      double real = Double.longBitsToDouble(random.nextLong());
      values[i] =
          switch (i % 4) {
            case 0 -> text(random);
            case 1 -> Double.isFinite(real) ? real : 0.0;
            case 2 -> random.nextLong();
            default -> random.nextBoolean();
          };
      String keyword = values[i] instanceof Double ? "ESO LONG NAME " + i : "K" + i;
      for (String card : CardText.of(keyword, values[i], "comment / of it")) {
        assertThat(card).hasSize(80);
        builder.raw(card);
      }
    }
    Path file = builder.end().write(folder, "cards.fits");
    try (FileBytes bytes = new FileBytes(file)) {
      Header header = new HeaderScanner(bytes, "here").scan(0).header();
      for (int i = 0; i < values.length; i++) {
        String keyword = values[i] instanceof Double ? "ESO LONG NAME " + i : "K" + i;
        assertThat(header.card(keyword).map(Card::value)).isEqualTo(Optional.of(values[i]));
      }
    }
  }

  @Test
  void whatFitsCannotHoldIsRefused() {
    assertThatThrownBy(() -> CardText.of("A", Double.NaN, "")).hasMessageContaining("NaN");
    assertThatThrownBy(() -> CardText.of("A", "m\u00fc", "")).hasMessageContaining("U+00FC");
    assertThatThrownBy(() -> CardText.of("A+B", 1, "")).hasMessageContaining("no FITS keyword");
    assertThatThrownBy(() -> CardText.of("LONG KEYWORD", "x".repeat(70), ""))
        .hasMessageContaining("HIERARCH");
  }
}
