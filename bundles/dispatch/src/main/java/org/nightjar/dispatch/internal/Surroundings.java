package org.nightjar.dispatch.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.profile.Profiles;
import org.nightjar.dispatch.internal.product.ReaderDirectory;

/**
 * What else tasks need around them.
 *
 * @param profiles the observatory's profiles
 * @param readers open products
 * @param inference runs models, if that is installed
 * @param scratch folder for scratch folders
 * @param clock the time
 */
record Surroundings(
    Profiles profiles,
    ReaderDirectory readers,
    Supplier<Optional<Inference>> inference,
    Path scratch,
    Clock clock) {}
