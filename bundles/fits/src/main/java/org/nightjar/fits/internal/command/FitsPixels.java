package org.nightjar.fits.internal.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Region;
import org.nightjar.fits.internal.file.FitsFile;
import org.nightjar.fits.internal.file.FitsOpener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fits pixels}: pixels as the reader sees them, as plain big-endian doubles. */
@Component(service = Command.class)
public final class FitsPixels implements Command {
  private static final int BLOCK_PIXELS = 1 << 17;

  private final FitsOpener opener;

  /** Opens files with this. */
  @Activate
  public FitsPixels(@Reference FitsOpener opener) {
    this.opener = opener;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "fits pixels",
        "write pixels as float64, big-endian, row by row",
        "FILE",
        1,
        1,
        List.of(
            HduOption.HDU,
            OptionSpec.value("region", "x0:x1,y0:y1", "rectangle, zero-based, half-open"),
            HduOption.OUT),
        "Scaling is applied, blank pixels are NaN. Without --hdu the first image is taken, of a"
            + " cube all planes unless a region is given (then the first).");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Path out = HduOption.out(call);
    try (FitsFile file = HduOption.open(opener, call, hdu -> {})) {
      ImagePart image = HduOption.image(file, HduOption.hdu(call));
      List<Region> regions = new ArrayList<>();
      if (call.option("region").isPresent()) {
        regions.add(RegionOption.parse(call.option("region").get()));
      } else {
        for (int plane = 0; plane < image.planes(); plane++) {
          regions.add(new Region(plane, 0, 0, image.width(), image.height()));
        }
      }
      write(image, regions, out);
    } catch (IOException e) {
      throw HduOption.unreadable(out, e);
    }
    return OK;
  }

  /**
   * Writes beside the target and renames: a failure leaves what was there. A device or pipe, such
   * as {@code /dev/stdout}, is written to and never replaced.
   */
  private static void write(ImagePart image, List<Region> regions, Path out)
      throws NightjarException, IOException {
    Path target = Files.exists(out) ? out.toRealPath() : out;
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (FileChannel channel = FileChannel.open(out, StandardOpenOption.WRITE)) {
        write(image, regions, channel);
      }
      return;
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        write(image, regions, channel);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void write(ImagePart image, List<Region> regions, FileChannel channel)
      throws NightjarException, IOException {
    for (Region region : regions) {
      write(image, region, channel);
    }
  }

  private static void write(ImagePart image, Region region, FileChannel channel)
      throws NightjarException, IOException {
    int rows = Math.max(1, BLOCK_PIXELS / Math.max(1, region.width()));
    ByteBuffer block =
        ByteBuffer.allocate(
            Math.multiplyExact(
                Math.multiplyExact(Math.min(rows, Math.max(1, region.height())), Double.BYTES),
                region.width()));
    int y = region.y0();
    do {
      int end = (int) Math.min(region.y1(), (long) y + rows);
      Region band = new Region(region.plane(), region.x0(), y, region.x1(), end);
      image.read(band, block.clear().asDoubleBuffer());
      block.limit((int) band.size() * Double.BYTES);
      while (block.hasRemaining()) {
        channel.write(block);
      }
      y = end;
    } while (y < region.y1());
  }
}
