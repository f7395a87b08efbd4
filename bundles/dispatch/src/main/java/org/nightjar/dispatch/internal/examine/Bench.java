package org.nightjar.dispatch.internal.examine;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.profile.Profiles;
import org.nightjar.dispatch.internal.product.PixelPool;
import org.nightjar.dispatch.internal.product.SharedProducts;
import org.nightjar.store.AttachmentStore;

/**
 * What lies on the bench for every task.
 *
 * @param products opens products
 * @param pixels leases pixels
 * @param attachments keeps files
 * @param profiles the observatory's profiles
 * @param inference runs models, if that is installed
 * @param scratch folder for scratch folders
 * @param clock the time
 * @param seed seed of all random numbers
 */
public record Bench(
    SharedProducts products,
    PixelPool pixels,
    AttachmentStore attachments,
    Profiles profiles,
    Supplier<Optional<Inference>> inference,
    Path scratch,
    Clock clock,
    long seed) {}
