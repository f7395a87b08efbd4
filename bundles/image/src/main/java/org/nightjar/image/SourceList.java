package org.nightjar.image;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sources of an image.
 *
 * @param sources in the order in which their regions end from the top of the image down; the same
 *     on every run
 * @param beforeCleaning how many there were before cleaning
 * @param threshold the detection threshold, in the image's unit above the background; NaN if no
 *     pixel is good
 * @param complete false if there were more than the settings keep
 */
@ProviderType
public record SourceList(
    List<Source> sources, int beforeCleaning, double threshold, boolean complete) {

  public SourceList {
    sources = List.copyOf(sources);
  }
}
