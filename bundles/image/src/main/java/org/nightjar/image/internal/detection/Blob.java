package org.nightjar.image.internal.detection;

/**
 * The pixels of one source: positions in a footprint.
 *
 * @param footprint where the pixels are kept
 * @param pixels their positions in it
 * @param blended whether the footprint holds other sources too
 */
record Blob(Footprint footprint, int[] pixels, boolean blended) {}
