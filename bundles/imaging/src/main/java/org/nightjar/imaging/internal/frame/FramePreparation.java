package org.nightjar.imaging.internal.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.profile.Profile;
import org.nightjar.image.PixelRows;
import org.nightjar.image.Section;

/** Makes an image ready to be measured: amplifiers levelled, overscan and bad pixels left out. */
public final class FramePreparation {

  private final Profile profile;
  private final Facts product;

  /** For the images of a product that says this of itself. */
  public FramePreparation(Profile profile, Facts product) {
    this.profile = profile;
    this.product = product;
  }

  /**
   * An image with its pixels.
   *
   * @param raw all of its first plane
   */
  public Frame of(ImagePart image, PixelRows raw) throws NightjarException, InterruptedException {
    List<String> notes = new ArrayList<>();
    Header header = Header.of(image, product);
    double level = header.saturation(profile);
    List<Channel> channels = Channels.of(image, raw, level, notes::add);
    UnusablePixels unusable = new UnusablePixels(raw.width());
    markOutside(unusable, channels, raw);
    new CompanionPlanes(image, unusable, notes::add).mark(profile.mask().bad());
    PixelRows levelled = channels.isEmpty() ? raw : new LevelledRows(raw, channels);
    return new Frame(
        image.info().name(),
        FrameType.of(product),
        header,
        raw,
        levelled,
        unusable.isEmpty() ? levelled : PixelRows.masked(levelled, unusable),
        unusable,
        channels,
        channels.isEmpty() ? level : LevelledRows.saturation(channels),
        SkyPlaces.of(image.info().facts(), notes::add),
        notes);
  }

  private static void markOutside(UnusablePixels unusable, List<Channel> channels, PixelRows raw) {
    if (channels.isEmpty()) {
      return;
    }
    for (int y = 0; y < raw.height(); y++) {
      boolean[] inside = new boolean[raw.width()];
      for (Channel channel : channels) {
        Section data = channel.data();
        if (y >= data.top() && y < data.bottom()) {
          Arrays.fill(inside, data.left(), data.right(), true);
        }
      }
      markOutside(unusable, y, inside);
    }
  }

  private static void markOutside(UnusablePixels unusable, int y, boolean[] inside) {
    int start = -1;
    for (int x = 0; x <= inside.length; x++) {
      boolean outside = x < inside.length && !inside[x];
      if (outside && start < 0) {
        start = x;
      } else if (!outside && start >= 0) {
        unusable.outside(y, start, x);
        start = -1;
      }
    }
  }
}
