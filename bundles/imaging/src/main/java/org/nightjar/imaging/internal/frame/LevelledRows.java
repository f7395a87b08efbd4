package org.nightjar.imaging.internal.frame;

import java.util.List;
import org.nightjar.image.PixelRows;
import org.nightjar.image.Section;

/**
 * An image with the level of each amplifier's overscan taken off its data, and with one saturation
 * level for all of them: saturated pixels of amplifiers that saturate earlier are lifted to it.
 */
final class LevelledRows implements PixelRows {

  private final PixelRows raw;
  private final List<Channel> channels;
  private final double saturation;

  LevelledRows(PixelRows raw, List<Channel> channels) {
    this.raw = raw;
    this.channels = List.copyOf(channels);
    this.saturation = saturation(channels);
  }

  /** The level from which pixels of such an image are saturated; NaN where none is known. */
  static double saturation(List<Channel> channels) {
    return channels.stream()
        .mapToDouble(channel -> channel.saturation() - channel.offset())
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  @Override
  public int width() {
    return raw.width();
  }

  @Override
  public int height() {
    return raw.height();
  }

  @Override
  public void readRow(int y, float[] into) {
    raw.readRow(y, into);
    for (Channel channel : channels) {
      Section data = channel.data();
      if (y >= data.top() && y < data.bottom()) {
        level(channel, into);
      }
    }
  }

  private void level(Channel channel, float[] into) {
    float offset = (float) channel.offset();
    double full = channel.saturation();
    for (int x = channel.data().left(); x < channel.data().right(); x++) {
      float value = into[x] - offset;
      into[x] = into[x] >= full ? Math.max(value, (float) saturation) : value;
    }
  }
}
