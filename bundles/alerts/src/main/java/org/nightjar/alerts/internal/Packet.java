package org.nightjar.alerts.internal;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * A packet found in a file.
 *
 * @param index place in the file, zero-based
 * @param encoded its own bytes, unpacked
 * @param start first byte of {@code encoded} in the file, or of its block where that is packed
 * @param length bytes in the file from {@code start} on
 * @param values its fields by dotted names
 */
record Packet(
    long index, ByteBuffer encoded, long start, long length, Map<String, Object> values) {}
