package org.nightjar.alerts.internal.stamp;

import org.nightjar.api.product.PixelType;

/**
 * A decoded stamp: every type that stamps come in fits a double without loss.
 *
 * @param width columns
 * @param height rows
 * @param type what reads them without loss
 * @param values row by row
 */
record StampPixels(int width, int height, PixelType type, double[] values) {}
