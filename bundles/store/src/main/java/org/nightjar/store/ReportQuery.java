package org.nightjar.store;

import java.time.LocalDate;
import java.util.Optional;
import org.nightjar.api.report.Verdict;

/**
 * Which reports. Empty components ask for all.
 *
 * @param product id of the product, or the beginning of one
 * @param task name of the task
 * @param night the night
 * @param verdict the verdict
 * @param all whether superseded and withdrawn reports are wanted too
 * @param most how many at the most, newest first
 */
public record ReportQuery(
    Optional<String> product,
    Optional<String> task,
    Optional<LocalDate> night,
    Optional<Verdict> verdict,
    boolean all,
    int most) {}
