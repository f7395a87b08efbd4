package org.nightjar.fits.internal.catalogue;

import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.CellType;
import org.nightjar.api.reader.TableField;
import org.nightjar.api.reader.TableLayout;
import org.nightjar.fits.internal.card.CardList;

/** The cards of a table. How many there are does not depend on the number of rows. */
final class TableHeader {
  private TableHeader() {}

  /** The cards of the primary HDU, which has no data. */
  static List<String> primary() throws NightjarException {
    return new CardList()
        .put("SIMPLE", true, "FITS 4.0")
        .put("BITPIX", 8, "")
        .put("NAXIS", 0, "no data here")
        .put("EXTEND", true, "a table follows")
        .all();
  }

  /** The cards of the table without CHECKSUM, DATASUM and END. */
  static List<String> table(TableLayout layout, long rows) throws NightjarException {
    CardList cards =
        new CardList()
            .put("XTENSION", "BINTABLE", "")
            .put("BITPIX", 8, "")
            .put("NAXIS", 2, "")
            .put("NAXIS1", layout.rowBytes(), "bytes of a row")
            .put("NAXIS2", rows, "rows")
            .put("PCOUNT", 0, "")
            .put("GCOUNT", 1, "")
            .put("TFIELDS", layout.fields().size(), "columns")
            .put("EXTNAME", layout.name(), "");
    int number = 0;
    for (TableField field : layout.fields()) {
      number++;
      cards.put("TTYPE" + number, field.name(), "");
      cards.put("TFORM" + number, form(field), "");
      cards.put("TUNIT" + number, textOrNothing(field.unit()), "");
      cards.put("TUCD" + number, textOrNothing(field.ucd()), "");
      cards.put("TCOMM" + number, textOrNothing(field.description()), "");
    }
    for (Map.Entry<String, String> entry : layout.metadata().entrySet()) {
      cards.put(entry.getKey(), entry.getValue(), "");
    }
    return cards.all();
  }

  private static String textOrNothing(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String form(TableField field) {
    String letter =
        field.type() == CellType.REAL ? "D" : field.type() == CellType.SINGLE ? "E" : "K";
    return field.width() == 1 ? letter : field.width() + letter;
  }
}
