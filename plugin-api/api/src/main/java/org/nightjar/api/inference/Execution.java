package org.nightjar.api.inference;

import java.time.Duration;

/**
 * How an answer came about.
 *
 * @param model the version that gave it, {@code id@version}
 * @param device what ran it, such as {@code cpu} or {@code cuda:0}
 * @param batch how many samples were run together
 * @param waited from the request to the start of the run
 * @param computed how long the run took
 */
public record Execution(
    String model, String device, int batch, Duration waited, Duration computed) {}
