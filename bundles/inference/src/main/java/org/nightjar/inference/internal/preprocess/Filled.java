package org.nightjar.inference.internal.preprocess;

import java.util.List;

/**
 * One input of one sample, ready for its tensor.
 *
 * @param numbers its numbers, last axis fastest
 * @param shape its extents, without the batch axis
 */
record Filled(float[] numbers, List<Integer> shape) {}
