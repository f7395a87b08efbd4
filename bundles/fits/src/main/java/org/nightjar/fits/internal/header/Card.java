package org.nightjar.fits.internal.header;

/**
 * One header card, or several that a long string runs through.
 *
 * @param keyword keyword; {@code HIERARCH.ESO.TEL.ID} for a hierarchical one, empty for a blank one
 * @param value {@link String}, {@link Long}, {@link Double}, {@link Boolean}, or {@code null} if
 *     the card has none
 * @param comment comment, or the text of a card without a value
 */
public record Card(String keyword, Object value, String comment) {}
