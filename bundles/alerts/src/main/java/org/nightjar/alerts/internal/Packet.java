package org.nightjar.alerts.internal;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * A packet found in a container.
 *
 * @param index place in the container, zero-based
 * @param encoded its own bytes, unpacked
 * @param start first byte of {@code encoded} in the file, or of its block where that is packed
 * @param length bytes in the file from {@code start} on
 * @param values its fields
 */
record Packet(
    long index, ByteBuffer encoded, long start, long length, Map<String, Object> values) {}
