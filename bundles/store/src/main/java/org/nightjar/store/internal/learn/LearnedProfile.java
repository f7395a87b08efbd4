package org.nightjar.store.internal.learn;

import java.util.List;

/** Thresholds learned from good frames, as a profile file. */
public final class LearnedProfile {
  private final String name;
  private final String basis;
  private final List<GoodFrame> frames;

  /**
   * Learns from frames.
   *
   * @param name the profile whose thresholds these are
   * @param basis nights and task, in words
   */
  public LearnedProfile(String name, String basis, List<GoodFrame> frames) {
    this.name = name;
    this.basis = basis;
    this.frames = List.copyOf(frames);
  }

  /** How many more frames are needed; 0 if there are enough. */
  public int missing() {
    return Math.max(0, Proposal.LEAST - frames.size());
  }

  /** The file. */
  public String yaml() {
    StringBuilder text = new StringBuilder();
    text.append("# Learned from ").append(frames.size()).append(" good frames: ");
    text.append(basis).append(".\n");
    text.append(
        "# A warning lies at 3, an alarm at 6 robust standard deviations from the median.\n");
    text.append("# Look at each before you use it: whatever all these frames had in common is");
    text.append(" normal here.\n\n");
    text.append("description: Thresholds for ").append(name).append(" from frames of its own.\n");
    text.append("extends: ").append(name).append("\n\nthresholds:\n");
    Proposal.of(frames).forEach(proposal -> text.append(proposal.yaml()));
    return text.toString();
  }
}
