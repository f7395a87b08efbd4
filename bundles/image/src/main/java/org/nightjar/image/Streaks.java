package org.nightjar.image;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The straight streaks of an image: satellites, aeroplanes, meteors. RATIONALE.md says how they are
 * found. Bleeding columns and diffraction spikes of bright stars are not streaks.
 *
 * @param streaks from the most significant down
 * @param complete false if there were more than the settings keep
 */
@ProviderType
public record Streaks(List<Streak> streaks, boolean complete) {

  public Streaks {
    streaks = List.copyOf(streaks);
  }

  /**
   * Finds them, reading each row once.
   *
   * @param background of the same image
   * @param sources of the same image: round ones are looked past
   */
  public static Streaks find(
      PixelRows image, BackgroundMesh background, SourceList sources, StreakSettings settings) {
    StreakSearch search = new StreakSearch(image, background, settings);
    SkyPass.run(image, background, List.of(search.rows()));
    return search.result(sources);
  }
}
