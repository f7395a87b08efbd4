package org.nightjar.fits.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.checksum.ChecksumVerifier;
import org.nightjar.fits.internal.file.FitsFile;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.image.PixelCoding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fits info}: what a file holds. */
@Component(service = Command.class)
public final class FitsInfo implements Command {
  private final FitsOpener opener;

  /** Opens files with this. */
  @Activate
  public FitsInfo(@Reference FitsOpener opener) {
    this.opener = opener;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "fits info",
        "list the HDUs of a FITS file",
        "FILE",
        1,
        1,
        List.of(OptionSpec.flag("verify", "compare CHECKSUM and DATASUM with the bytes")),
        "Files in gzip or bzip2 are read too. HDUs before a damaged one are listed. With --verify"
            + " the first HDU whose checksums do not hold is named.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    List<Hdu> found = new ArrayList<>();
    try (FitsFile file = HduOption.open(opener, call, found::add)) {
      print(call, file.hdus());
      found.clear();
      if (call.flag("verify")) {
        verify(call, file);
      }
    } catch (NightjarException e) {
      print(call, found);
      throw e;
    }
    return OK;
  }

  private static void verify(CommandCall call, FitsFile file) throws NightjarException {
    ChecksumVerifier verifier = new ChecksumVerifier(file.bytes());
    for (Hdu hdu : file.hdus()) {
      List<String> holds = verifier.verify(hdu);
      if (call.json()) {
        call.out().println(JsonLine.of(Map.of("hdu", hdu.index(), "verified", holds)));
      } else {
        String said = holds.isEmpty() ? "no checksums" : String.join(", ", holds);
        call.out().printf("%3d  %s%n", hdu.index(), said);
      }
    }
  }

  private static void print(CommandCall call, List<Hdu> hdus) throws NightjarException {
    if (!call.json() && !hdus.isEmpty()) {
      call.out()
          .printf(
              "%3s  %-20s %-10s %-16s %-14s %-11s %s%n",
              "hdu", "name", "type", "dimensions", "pixels", "compression", "bytes");
    }
    for (Hdu hdu : hdus) {
      Map<String, Object> line = line(hdu);
      if (call.json()) {
        call.out().println(JsonLine.of(line));
      } else {
        call.out()
            .printf(
                "%3d  %-20s %-10s %-16s %-14s %-11s %d%n",
                hdu.index(),
                line.get("name"),
                line.get("type"),
                hdu.type().table()
                    ? line.get("rows") + " rows"
                    : sizes((List<?>) line.get("dimensions")),
                line.getOrDefault("pixels", ""),
                line.getOrDefault("compression", ""),
                hdu.dataLength());
      }
    }
  }

  private static String sizes(List<?> axes) {
    return axes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }

  private static Map<String, Object> line(Hdu hdu) throws NightjarException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("hdu", hdu.index());
    line.put("name", hdu.name().orElse(""));
    line.put("type", hdu.type().word());
    line.put("dimensions", hdu.axes());
    if (hdu.type().image()) {
      line.put("pixels", PixelCoding.of(hdu).word());
    }
    if (hdu.type().table()) {
      line.put("rows", hdu.header().required("NAXIS2", 0, Long.MAX_VALUE >> 1));
      line.put("columns", hdu.header().required("TFIELDS", 0, 999));
    }
    hdu.header().text("ZCMPTYPE").ifPresent(method -> line.put("compression", method));
    line.put("bytes", hdu.dataLength());
    return line;
  }
}
