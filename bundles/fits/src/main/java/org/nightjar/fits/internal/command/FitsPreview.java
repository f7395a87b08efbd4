package org.nightjar.fits.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.ImagePart;
import org.nightjar.fits.internal.file.FitsFile;
import org.nightjar.fits.internal.file.FitsOpener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fits preview}: a picture of an image. */
@Component(service = Command.class)
public final class FitsPreview implements Command {
  private static final int USUAL = 1024;
  private static final int MOST = 16_384;

  private final FitsOpener opener;

  /** Opens files with this. */
  @Activate
  public FitsPreview(@Reference FitsOpener opener) {
    this.opener = opener;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "fits preview",
        "draw an image as PNG",
        "FILE",
        1,
        1,
        List.of(
            HduOption.HDU,
            HduOption.OUT,
            OptionSpec.value("size", "PIXELS", "longest side at most; 1024 unless given")),
        "The first image unless --hdu says otherwise; first row at the bottom, asinh stretch.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Path out = HduOption.out(call);
    int size =
        call.option("size").isPresent()
            ? HduOption.number("--size", call.option("size").get())
            : USUAL;
    if (size < 1 || size > MOST) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT, "--size is " + size, "", "Give 1 to " + MOST);
    }
    try (FitsFile file = HduOption.open(opener, call, hdu -> {})) {
      ImagePart image = HduOption.image(file, HduOption.hdu(call));
      if (image.region().size() == 0 || image.planes() == 0) {
        throw NightjarException.of(
            StandardError.BAD_ARGUMENT, "the image has no pixels", out.toString(), "");
      }
      ImageIO.write(Thumbnail.of(image, size).picture(), "png", out.toFile());
    } catch (IOException e) {
      throw HduOption.unreadable(out, e);
    }
    return OK;
  }
}
