package org.nightjar.fits.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.card.CardText;
import org.nightjar.fits.internal.encode.TileEncoders;
import org.nightjar.fits.internal.write.FitsChannel;
import org.nightjar.fits.internal.write.ImageLayout;
import org.nightjar.fits.internal.write.ImageWriter;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes a FITS file, HDU by HDU, each with CHECKSUM and DATASUM. Pixels stream through: memory
 * does not grow with the images. The same pixels and cards give the same bytes. Not for several
 * threads.
 */
@ProviderType
public final class FitsWriter implements AutoCloseable {
  private final SeekableByteChannel channel;
  private final FitsChannel file;

  private FitsWriter(SeekableByteChannel channel) {
    this.channel = channel;
    this.file = new FitsChannel(channel);
  }

  /**
   * Starts a file at the channel's beginning. Headers are completed after their data: the channel
   * must be able to go back.
   *
   * @param channel open for writing, empty; closed with the writer
   */
  public static FitsWriter on(SeekableByteChannel channel) {
    return new FitsWriter(channel);
  }

  /** Starts a file that is not there yet. */
  public static FitsWriter to(Path path) throws IOException {
    return on(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /** Writes an HDU without data: the primary one, if it is the first. */
  public void header(CardList cards) throws NightjarException, IOException {
    new ImageWriter(file).header(cards.cards());
  }

  /**
   * Writes an image: the primary one, if it is the first and plain. A packed one that comes first
   * gets an empty primary HDU before it.
   *
   * @throws NightjarException BAD_ARGUMENT if a pixel does not fit into the format, or the rows are
   *     not of its type; whatever the rows throw
   */
  public void image(ImageSpec spec, CardList cards, PixelRows rows)
      throws NightjarException, IOException {
    PixelFormat format = spec.format();
    List<String> all = new ArrayList<>();
    if (format.zero().signum() != 0) {
      all.addAll(CardText.of("BSCALE", 1, ""));
      all.addAll(CardText.of("BZERO", format.zero(), "offset of " + format));
    }
    if (spec.blank().isPresent()) {
      long stored = FormattedRows.stored(format, spec.blank().getAsLong());
      all.addAll(CardText.of("BLANK", stored, "stored value of pixels that have none"));
    }
    if (!spec.name().isEmpty()) {
      all.addAll(CardText.of("EXTNAME", spec.name(), ""));
    }
    all.addAll(cards.cards());
    ImageLayout layout = new ImageLayout(format.bitpix(), spec.axes(), all);
    FormattedRows stored = new FormattedRows(format, layout.width(), rows);
    ImageWriter writer = new ImageWriter(file);
    switch (spec.compression()) {
      case NONE -> writer.plain(layout, stored);
      case RICE -> writer.tiled(layout, TileEncoders.rice(layout.bitpix()), false, stored);
      case GZIP -> writer.tiled(layout, TileEncoders.gzip(layout.bitpix()), false, stored);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
