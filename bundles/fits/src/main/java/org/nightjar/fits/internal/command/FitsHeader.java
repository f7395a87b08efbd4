package org.nightjar.fits.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.file.FitsFile;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.fits.internal.header.Card;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fits header}: the cards of one HDU. */
@Component(service = Command.class)
public final class FitsHeader implements Command {
  private final FitsOpener opener;

  /** Opens files with this. */
  @Activate
  public FitsHeader(@Reference FitsOpener opener) {
    this.opener = opener;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "fits header",
        "show the header of an HDU",
        "FILE",
        1,
        1,
        List.of(HduOption.HDU),
        "Shows the primary header unless --hdu says otherwise. Long strings are joined.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    try (FitsFile file = HduOption.open(opener, call, hdu -> {})) {
      for (Card card : file.hdu(HduOption.hdu(call).orElse(0)).header().cards()) {
        call.out().println(call.json() ? json(card) : text(card));
      }
    }
    return OK;
  }

  private static String json(Card card) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("keyword", card.keyword());
    line.put("value", card.value());
    line.put("comment", card.comment());
    return JsonLine.of(line);
  }

  private static String text(Card card) {
    if (card.value() == null) {
      return "%-8s %s".formatted(card.keyword(), card.comment()).stripTrailing();
    }
    Object value = card.value();
    String shown =
        value instanceof String s
            ? "'" + s.replace("'", "''") + "'"
            : value instanceof Boolean b ? (b ? "T" : "F") : value.toString();
    String comment = card.comment().isEmpty() ? "" : " / " + card.comment();
    return "%-8s= %20s%s".formatted(card.keyword(), shown, comment);
  }
}
