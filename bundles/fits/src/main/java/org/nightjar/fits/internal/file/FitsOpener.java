package org.nightjar.fits.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.Source;
import org.nightjar.environment.Folders;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.bytes.FileBytes;
import org.nightjar.fits.internal.bytes.Packing;
import org.nightjar.fits.internal.bytes.ParkedFiles;
import org.nightjar.fits.internal.bytes.ScratchFile;
import org.nightjar.fits.internal.bytes.SourceBytes;
import org.nightjar.fits.internal.bytes.UnpackLimits;
import org.nightjar.fits.internal.bytes.Unpacker;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.header.HduScanner;
import org.nightjar.fits.internal.tile.TileWorkers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Opens FITS files, unpacking what is packed. */
@Component(service = FitsOpener.class)
public final class FitsOpener {
  private static final byte[] FIRST_CARD = "SIMPLE  =".getBytes(StandardCharsets.US_ASCII);

  private final Unpacker unpacker;
  private final ParkedFiles parked = new ParkedFiles();
  private final TileWorkers tiles = new TileWorkers();

  /** Unpacks into the scratch folder. */
  @Activate
  public FitsOpener(@Reference Folders folders) {
    this.unpacker = new Unpacker(folders.scratch(), UnpackLimits.DEFAULT);
  }

  /** Deletes what was unpacked and not asked for. */
  @Deactivate
  public void close() {
    parked.close();
    tiles.close();
  }

  /** Whether the bytes begin as FITS does, unpacked if need be; unpacks the head alone. */
  public boolean recognises(Source source) throws IOException {
    Packing packing = Packing.of(source);
    try (InputStream packed = source.open();
        InputStream in = packing.unpack(packed)) {
      return Arrays.equals(in.readNBytes(FIRST_CARD.length), FIRST_CARD);
    } catch (IOException | RuntimeException e) {
      if (packing == Packing.NONE) {
        throw e;
      }
      // What does not unpack shows nothing of FITS: not ours.
      return false;
    }
  }

  /**
   * Opens a file whose HDUs are all complete.
   *
   * @throws NightjarException of category DATA if one is not
   */
  public FitsFile open(Source source) throws NightjarException, IOException {
    return open(source, hdu -> {});
  }

  /** The same, showing each complete HDU as it is found. */
  public FitsFile open(Source source, Consumer<Hdu> found) throws NightjarException, IOException {
    Bytes bytes = bytes(source);
    try {
      List<Hdu> hdus = new ArrayList<>();
      new HduScanner(bytes).scan(found.andThen(hdus::add));
      return new FitsFile(bytes, hdus, tiles);
    } catch (NightjarException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** Closes a file, keeping what was unpacked for the next open of the same source. */
  public void park(Source source, FitsFile file) throws IOException {
    if (file.bytes() instanceof ScratchFile scratch) {
      parked.park(source, scratch);
    } else {
      file.close();
    }
  }

  private Bytes bytes(Source source) throws NightjarException, IOException {
    try {
      Packing packing = Packing.of(source);
      if (packing != Packing.NONE) {
        Optional<ScratchFile> ready = parked.take(source);
        return ready.isPresent() ? ready.get() : unpacker.unpack(source, packing);
      }
      return source.path().isPresent()
          ? new FileBytes(source.path().get())
          : new SourceBytes(source);
    } catch (NoSuchFileException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.UNREADABLE, "no such file", source.uri().toString(), "Check the path"),
          e);
    }
  }
}
