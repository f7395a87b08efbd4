package org.nightjar.inference.internal.lane;

import java.time.Duration;

/**
 * Bounds of a lane.
 *
 * @param maxBatch most samples of one run
 * @param workers threads that run batches
 * @param queue most requests in line
 * @param grace how long a closing lane may take for what is in line, and then again for what runs
 */
public record LaneSettings(int maxBatch, int workers, int queue, Duration grace) {}
