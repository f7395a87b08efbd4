package org.nightjar.openinference.internal.codec;

/**
 * An output that a client wants.
 *
 * @param name its name
 * @param binary whether it is wanted as bytes behind the JSON
 */
public record OutputWish(String name, boolean binary) {}
