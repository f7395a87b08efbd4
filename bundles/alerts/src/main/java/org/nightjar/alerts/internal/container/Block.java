package org.nightjar.alerts.internal.container;

/**
 * A block of a container.
 *
 * @param count packets in it
 * @param start first byte of its packets, as stored
 * @param length bytes of its packets, as stored
 * @param end first byte after its sync marker
 */
public record Block(long count, long start, long length, long end) {}
