package org.nightjar.dispatch.internal.lane;

import java.util.List;
import org.nightjar.dispatch.internal.examine.Served;

/**
 * How a lane stands.
 *
 * @param served the active version
 * @param draining versions that still finish work
 * @param queued jobs waiting
 * @param inFlight jobs taken
 * @param done jobs settled
 * @param failed of these, without a report
 */
public record LaneStatus(
    Served served, List<String> draining, int queued, int inFlight, long done, long failed) {}
