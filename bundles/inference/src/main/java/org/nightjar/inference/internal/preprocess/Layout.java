package org.nightjar.inference.internal.preprocess;

/** How channels lie in an input of a network, without its batch axis. */
public enum Layout {
  /** {@code [channels, rows, columns]}. */
  CHANNELS_FIRST,
  /** {@code [rows, columns, channels]}. */
  CHANNELS_LAST,
  /** {@code [rows, columns]}: one channel. */
  SINGLE,
  /** {@code [features]}: one number per channel. */
  FEATURES
}
