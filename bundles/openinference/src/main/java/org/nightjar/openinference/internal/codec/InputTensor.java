package org.nightjar.openinference.internal.codec;

import java.nio.FloatBuffer;

/**
 * A tensor that came with a request.
 *
 * @param name a channel or an input of the network
 * @param shape extents, the batch axis first, of which none is 0
 * @param values the numbers, as many as the shape says
 */
public record InputTensor(String name, int[] shape, FloatBuffer values) {}
