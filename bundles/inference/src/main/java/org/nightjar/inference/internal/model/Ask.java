package org.nightjar.inference.internal.model;

import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.schedule.Answer;

/**
 * A question to a model.
 *
 * @param client who asks
 * @param sample about what
 * @param urgency how soon
 * @param answer whom to tell
 * @param waits whether the caller does nothing but wait for the answer, so that its thread may do
 *     the work
 */
public record Ask(Client client, Sample sample, Urgency urgency, Answer answer, boolean waits) {}
