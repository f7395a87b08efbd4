package org.nightjar.inference.internal.schedule;

import java.util.List;
import java.util.Optional;

/**
 * What a queue has to do now.
 *
 * @param run what to run, if anything
 * @param dropped requests whose deadline cannot be met any more; to be told so
 * @param wake when to ask again if nothing happens before; {@link
 *     org.nightjar.inference.internal.time.Time#NEVER} if there is no such time
 */
public record Turn(Optional<Run> run, List<Request> dropped, long wake) {}
