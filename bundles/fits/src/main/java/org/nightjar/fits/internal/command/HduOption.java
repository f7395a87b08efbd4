package org.nightjar.fits.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.reader.Source;
import org.nightjar.fits.internal.file.FitsFile;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.image.FitsImage;

/** What the fits commands share: the FILE argument, {@code --hdu} and {@code -o}. */
final class HduOption {
  static final OptionSpec HDU = OptionSpec.value("hdu", "N", "HDU of the file; 0 is the primary");
  static final OptionSpec OUT = OptionSpec.value("o", "OUT", "file to write");

  private HduOption() {}

  static FitsFile open(FitsOpener opener, CommandCall call, Consumer<Hdu> found)
      throws NightjarException {
    Path path = call.path(call.parameters().get(0));
    try {
      Source source = Source.ofFile(path);
      requireFits(opener, source, path);
      return opener.open(source, found);
    } catch (NoSuchFileException e) {
      throw NightjarException.of(
          StandardError.NOT_FOUND, "there is no such file", path.toString(), "Check the path");
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static void requireFits(FitsOpener opener, Source source, Path path)
      throws NightjarException, IOException {
    if (!opener.recognises(source)) {
      throw NightjarException.of(
          StandardError.UNKNOWN_FORMAT,
          "no FITS file: it does not begin with 'SIMPLE  ='",
          path.toString(),
          "Check that it is the file you mean");
    }
  }

  static NightjarException unreadable(Path path, IOException e) {
    return new NightjarException(
        Problem.of(
            StandardError.UNREADABLE,
            "cannot be read or written (" + e.getClass().getSimpleName() + ")",
            path.toString(),
            ""),
        e);
  }

  static OptionalInt hdu(CommandCall call) throws NightjarException {
    return call.option("hdu").isPresent()
        ? OptionalInt.of(number("--hdu", call.option("hdu").get()))
        : OptionalInt.empty();
  }

  static int number(String option, String text) throws NightjarException {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.BAD_ARGUMENT,
              option + " is '" + text + "', not a number",
              "",
              "Give a whole number"),
          e);
    }
  }

  /** The image that was asked for; the first one of the file without {@code --hdu}. */
  static FitsImage image(FitsFile file, OptionalInt asked) throws NightjarException {
    Hdu hdu = imageHdu(file, asked);
    return file.image(hdu, new PartInfo("hdu" + hdu.index(), 0, Facts.NONE));
  }

  /** The HDU that was asked for; that of the first image without {@code --hdu}. */
  static Hdu imageHdu(FitsFile file, OptionalInt asked) throws NightjarException {
    return asked.isPresent()
        ? file.hdu(asked.getAsInt())
        : file.hdus().stream().filter(h -> h.type().image()).findFirst().orElse(file.hdus().get(0));
  }

  /** Where the output goes; never a folder, and never into one that is not there. */
  static Path out(CommandCall call) throws NightjarException {
    Path out =
        call.path(
            call.option("o")
                .orElseThrow(
                    () ->
                        NightjarException.of(
                            StandardError.BAD_ARGUMENT, "-o OUT is missing", "", "Name a file")));
    if (Files.isDirectory(out)) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT, "-o names a folder", out.toString(), "Name a file");
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw NightjarException.of(
          StandardError.NOT_FOUND, "there is no such folder", folder.toString(), "Make it first");
    }
    return out;
  }
}
