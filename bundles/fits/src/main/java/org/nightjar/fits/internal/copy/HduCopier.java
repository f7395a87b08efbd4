package org.nightjar.fits.internal.copy;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.encode.TileEncoders;
import org.nightjar.fits.internal.file.FitsFile;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.header.HduType;
import org.nightjar.fits.internal.write.FitsChannel;
import org.nightjar.fits.internal.write.ImageLayout;
import org.nightjar.fits.internal.write.ImageWriter;
import org.nightjar.fits.write.Compression;

/**
 * Copies HDUs of one file into another: images packed or unpacked as asked for, everything else
 * byte for byte.
 */
public final class HduCopier {
  private static final long PIECE = 1L << 24;
  private static final String AS_IT_IS = "as it is";

  private final FitsFile in;
  private final Optional<Compression> compression;
  private final Step step;
  private final FitsChannel out;
  private final ImageWriter writer;

  /**
   * A copier into an empty channel.
   *
   * @param compression empty to leave images as they are
   */
  public HduCopier(
      FitsFile in, SeekableByteChannel out, Optional<Compression> compression, Step step) {
    this.in = in;
    this.compression = compression;
    this.step = step;
    this.out = new FitsChannel(out);
    this.writer = new ImageWriter(this.out);
  }

  /**
   * Whether the next HDU takes the place of this one: an empty primary HDU that stands there only
   * because packed images are extensions.
   */
  public boolean givesWay(Hdu hdu) {
    return compression.equals(Optional.of(Compression.NONE))
        && hdu.index() == 0
        && hdu.type() == HduType.EMPTY
        && in.hdus().size() > 1
        && in.hdus().get(1).type() == HduType.TILED_IMAGE
        && in.hdus().get(1).header().flag("ZSIMPLE")
        && CopiedCards.bare(hdu);
  }

  /** Bytes written so far. */
  public long length() {
    return out.length();
  }

  /**
   * Copies an HDU.
   *
   * @return how it was written, for people
   */
  public String copy(Hdu hdu) throws NightjarException, IOException {
    Compression method = compression.orElse(Compression.NONE);
    boolean firstPlain = out.length() == 0 && hdu.index() > 0 && hdu.type() == HduType.IMAGE;
    if ((!firstPlain && keeps(hdu)) || !drawable(hdu)) {
      verbatim(hdu);
      return AS_IT_IS;
    }
    ImageLayout layout = new ImageLayout(hdu.bitpix(), hdu.axes(), CopiedCards.of(in.bytes(), hdu));
    if (layout.bitpix() == 64) {
      method = Compression.NONE;
    }
    boolean primary = hdu.index() == 0 || hdu.header().flag("ZSIMPLE");
    ImageRows rows = new ImageRows(in, hdu, layout, step);
    return switch (method) {
      case NONE -> {
        writer.plain(layout, rows);
        yield "plain";
      }
      case RICE -> {
        writer.tiled(layout, TileEncoders.rice(layout.bitpix()), primary, rows);
        yield "RICE_1";
      }
      case GZIP -> {
        writer.tiled(layout, TileEncoders.gzip(layout.bitpix()), primary, rows);
        yield "GZIP_2";
      }
    };
  }

  private static boolean drawable(Hdu hdu) throws NightjarException {
    return hdu.type().image() && !hdu.axes().isEmpty() && !hdu.axes().contains(0);
  }

  /** Packing again what is packed in the same way would only lose. */
  private boolean keeps(Hdu hdu) throws NightjarException {
    if (compression.isEmpty() || !hdu.type().image()) {
      return true;
    }
    boolean tiled = hdu.type() == HduType.TILED_IMAGE;
    String method = hdu.header().text("ZCMPTYPE").orElse("");
    return switch (compression.get()) {
      case NONE -> !tiled;
      case RICE -> tiled ? method.equals("RICE_1") : hdu.bitpix() == 64;
      case GZIP -> tiled ? method.equals("GZIP_2") && lossless(hdu) : hdu.bitpix() == 64;
    };
  }

  private static boolean lossless(Hdu hdu) throws NightjarException {
    return hdu.bitpix() > 0 || hdu.header().text("ZQUANTIZ").orElse("").equals("NONE");
  }

  private void verbatim(Hdu hdu) throws NightjarException, IOException {
    if (hdu.index() > 0) {
      writer.emptyPrimary();
    }
    for (long at = hdu.start(); at < hdu.end(); at += PIECE) {
      step.reached(at);
      out.copy(in.bytes(), at, Math.min(hdu.end(), at + PIECE));
    }
  }
}
