package org.nightjar.imaging.internal.frame;

import java.util.List;
import org.nightjar.image.PixelRows;

/**
 * An image whose pixels are ready to be measured. For one thread.
 *
 * @param name of the part
 * @param type what it is for
 * @param header what its facts say
 * @param raw its pixels as they came
 * @param levelled overscans taken off
 * @param pixels the same without those that are not to be measured
 * @param unusable which are not
 * @param channels its amplifiers; empty if the header does not tell
 * @param saturation level from which levelled pixels are saturated; NaN if nobody says
 * @param sky where its pixels are on the sky
 * @param notes what of it could not be used, in words
 */
public record Frame(
    String name,
    FrameType type,
    Header header,
    PixelRows raw,
    PixelRows levelled,
    PixelRows pixels,
    UnusablePixels unusable,
    List<Channel> channels,
    double saturation,
    SkyPlaces sky,
    List<String> notes) {

  /** Copies the lists. */
  public Frame {
    channels = List.copyOf(channels);
    notes = List.copyOf(notes);
  }

  /** Pixels inside the data sections. */
  public long dataPixels() {
    return (long) raw.width() * raw.height() - unusable.outsideCount();
  }

  /** Whether a level has been taken off any of its pixels. */
  public boolean hasOverscan() {
    return channels.stream().anyMatch(channel -> channel.overscan().isPresent());
  }
}
