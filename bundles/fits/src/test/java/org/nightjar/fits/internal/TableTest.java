package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Column;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.TablePart;

class TableTest {
  @TempDir Path folder;

  @Test
  void columnsOfABinaryTable() throws Exception {
    Path file =
        FitsBuilder.primary(8)
            .end()
            .table("BINTABLE", 28, 3, "N=1J", "NAME=6A", "XY=2E", "BITS=3X", "OK=L", "U=J")
            .card("TNULL1", -99)
            .card("TZERO6", 2147483648L)
            .card("TUNIT3", "deg")
            .data(
                84,
                data -> {
                  for (int i = 0; i < 3; i++) {
                    data.putInt(i == 1 ? -99 : i)
                        .put(("n" + i + "    ").getBytes(StandardCharsets.US_ASCII))
                        .putFloat(i)
                        .putFloat(-i)
                        .put((byte) 0)
                        .put((byte) (i == 0 ? 'T' : 'F'))
                        .putInt(i - 1)
                        .putInt(0);
                  }
                })
            .write(folder, "table");
    try (Reading reading = new Reading(folder);
        Product product = reading.open(file)) {
      assertThat(product.ref().kind()).isEqualTo(Kind.CATALOGUE);
      TablePart table = (TablePart) product.parts().get(0);
      assertThat(table.columns())
          .containsExactly(
              new Column("N", true, "", 1),
              new Column("NAME", false, "", 1),
              new Column("XY", true, "deg", 2),
              new Column("OK", true, "", 1),
              new Column("U", true, "", 1));
      assertThat(doubles(table, "N", 0, 3)).containsExactly(0, Double.NaN, 2);
      assertThat(doubles(table, "XY", 1, 5)).containsExactly(1, -1, 2, -2, 0);
      assertThat(doubles(table, "OK", 0, 3)).containsExactly(1, 0, 0);
      assertThat(table.text("NAME", 1, 10)).containsExactly("n1", "n2");
      long[] unsigned = new long[3];
      table.read("u", 0, LongBuffer.wrap(unsigned));
      assertThat(unsigned).containsExactly(2147483647L, 2147483648L, 2147483649L);
      assertThatThrownBy(() -> table.read("XY", 0, LongBuffer.allocate(2)))
          .hasMessageContaining("whole numbers");
      assertThatThrownBy(() -> table.read("GONE", 0, LongBuffer.allocate(2)))
          .hasMessageContaining("NOT_FOUND");
    }
  }

  private static double[] doubles(TablePart table, String column, long first, int room)
      throws Exception {
    double[] values = new double[room];
    table.read(column, first, DoubleBuffer.wrap(values));
    return values;
  }

  @Test
  void columnsOfATextTable() throws Exception {
    Path file =
        FitsBuilder.primary(8)
            .end()
            .table("TABLE", 18, 2, "A=I4", "B=F8.3", "C=A6")
            .card("TBCOL1", 1)
            .card("TBCOL2", 5)
            .card("TBCOL3", 13)
            .data(
                36,
                data ->
                    data.put(
                        "   1   2.500alpha   42  -0.125beta  ".getBytes(StandardCharsets.US_ASCII)))
            .write(folder, "text");
    try (Reading reading = new Reading(folder);
        Product product = reading.open(file)) {
      TablePart table = (TablePart) product.parts().get(0);
      assertThat(doubles(table, "A", 0, 2)).containsExactly(1, 42);
      assertThat(doubles(table, "B", 0, 2)).containsExactly(2.5, -0.125);
      assertThat(table.text("C", 0, 2)).containsExactly("alpha", "beta");
    }
  }

  @Test
  void aMapOfTheRealSky() throws Exception {
    Path map = SharedData.folder("transients/skymap").resolve("map.fits");
    try (Reading reading = new Reading(folder);
        Product product = reading.open(map)) {
      assertThat(product.ref().kind()).isEqualTo(Kind.SKY_MAP);
      TablePart table = (TablePart) product.parts().get(0);
      assertThat(table.rows()).isEqualTo(19200);
      long[] uniq = new long[19200];
      table.read("UNIQ", 0, LongBuffer.wrap(uniq));
      double[] density = doubles(table, "PROBDENSITY", 0, 19200);
      double total = 0;
      for (int i = 0; i < uniq.length; i++) {
        int order = (63 - Long.numberOfLeadingZeros(uniq[i])) / 2 - 1;
        total += density[i] * 4 * Math.PI / (12L << (2 * order));
      }
      assertThat(total).isBetween(0.999999, 1.000001);
    }
  }
}
