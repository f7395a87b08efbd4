package org.nightjar.fits.internal.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.copy.HduCopier;
import org.nightjar.fits.internal.file.FitsFile;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.write.Compression;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fits copy}: a file with its images packed or unpacked, as fpack and funpack do. */
@Component(service = Command.class)
public final class FitsCopy implements Command {
  private final FitsOpener opener;

  /** Opens files with this. */
  @Activate
  public FitsCopy(@Reference FitsOpener opener) {
    this.opener = opener;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "fits copy",
        "copy a FITS file, packing or unpacking its images",
        "IN OUT",
        2,
        2,
        List.of(
            OptionSpec.value("compress", "rice|gzip|none", "how images are written"),
            HduOption.HDU,
            OptionSpec.flag("force", "replace OUT if it exists")),
        "rice quantises floats to a quarter of their noise; gzip loses nothing; none unpacks."
            + " Without --compress images stay as they are. Tables and other HDUs are copied byte"
            + " for byte. With --hdu that HDU alone is copied; an image becomes the primary one."
            + " Integers of 64 bits are never packed.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Optional<Compression> compression = compression(call);
    OptionalInt only = HduOption.hdu(call);
    Path target = call.path(call.parameters().get(1));
    List<Map<String, Object>> lines = new ArrayList<>();
    try (FitsFile in = HduOption.open(opener, call, hdu -> {})) {
      NewFile.require(target, call.path(call.parameters().get(0)), call.flag("force"));
      List<Hdu> hdus = only.isPresent() ? List.of(in.hdu(only.getAsInt())) : in.hdus();
      NewFile.write(target, channel -> lines.addAll(copy(call, in, hdus, channel, compression)));
    } catch (IOException e) {
      throw HduOption.unreadable(target, e);
    }
    print(call, lines);
    return OK;
  }

  private static Optional<Compression> compression(CommandCall call) throws NightjarException {
    if (call.option("compress").isEmpty()) {
      return Optional.empty();
    }
    String word = call.option("compress").get();
    for (Compression compression : Compression.values()) {
      if (compression.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(compression);
      }
    }
    throw NightjarException.of(
        StandardError.BAD_ARGUMENT, "--compress is '" + word + "'", "", "Give rice, gzip or none");
  }

  private static List<Map<String, Object>> copy(
      CommandCall call,
      FitsFile in,
      List<Hdu> hdus,
      FileChannel channel,
      Optional<Compression> compression)
      throws NightjarException, IOException {
    long first = hdus.get(0).start();
    long total = hdus.get(hdus.size() - 1).end() - first;
    HduCopier copier =
        new HduCopier(
            in,
            channel,
            compression,
            position -> {
              if (call.cancelled()) {
                throw NightjarException.of(
                    StandardError.CANCELLED, "the caller has gone", in.bytes().name(), "");
              }
              call.progress(position - first, total, "copying");
            });
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Hdu hdu : hdus) {
      if (hdus.size() > 1 && copier.givesWay(hdu)) {
        continue;
      }
      long before = copier.length();
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("hdu", hdu.index());
      line.put("name", hdu.name().orElse(""));
      line.put("type", hdu.type().word());
      line.put("written", copier.copy(hdu));
      line.put("bytesIn", hdu.end() - hdu.start());
      line.put("bytesOut", copier.length() - before);
      lines.add(line);
    }
    call.progress(total, total, "copying");
    return lines;
  }

  private static void print(CommandCall call, List<Map<String, Object>> lines) {
    for (Map<String, Object> line : lines) {
      if (call.json()) {
        call.out().println(JsonLine.of(line));
      } else {
        call.out()
            .printf(
                "%3s  %-20s %-10s %-9s %12s -> %s bytes%n",
                line.get("hdu"),
                line.get("name"),
                line.get("type"),
                line.get("written"),
                line.get("bytesIn"),
                line.get("bytesOut"));
      }
    }
  }
}
