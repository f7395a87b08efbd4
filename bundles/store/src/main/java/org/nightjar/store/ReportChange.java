package org.nightjar.store;

import org.nightjar.api.report.FiledReport;

/**
 * A report that was stored, or whose state changed.
 *
 * @param number which change: later ones have higher numbers, and a number that can be read has no
 *     lower ones still to come
 * @param report the report as it stands now
 */
public record ReportChange(long number, FiledReport report) {}
