package org.nightjar.store;

import org.nightjar.api.report.FiledReport;

/**
 * A report, and the work it settles.
 *
 * @param item the pending entry
 * @param report the report on its product by its task
 */
public record Filing(WorkItem item, FiledReport report) {}
