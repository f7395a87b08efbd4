package org.nightjar.inference.internal.station;

import java.time.Duration;
import org.nightjar.inference.internal.schedule.QueueSettings;

/**
 * Bounds of a device at work.
 *
 * @param queue those of its queue
 * @param maxBatch most samples of one run
 * @param memory bytes that models may hold
 * @param settle how long a model stays loaded at least after it was used
 * @param warmUp how long a lane may take to find out what runs cost
 * @param hang a run that takes this long, and much longer than expected, hangs
 * @param grace how long what runs or waits may take to end when something is closed
 */
public record StationSettings(
    QueueSettings queue,
    int maxBatch,
    long memory,
    Duration settle,
    Duration warmUp,
    Duration hang,
    Duration grace) {}
