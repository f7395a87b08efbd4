package org.nightjar.dispatch.internal.lane;

/**
 * Bounds of a lane.
 *
 * @param window most ledger entries, and most questions, that wait in memory
 * @param threads most threads of a version whose task does not say
 */
public record LaneSettings(int window, int threads) {}
