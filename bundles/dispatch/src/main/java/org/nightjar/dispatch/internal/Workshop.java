package org.nightjar.dispatch.internal;

import java.util.function.Function;
import org.nightjar.bus.Bus;
import org.nightjar.dispatch.internal.examine.Bench;
import org.nightjar.dispatch.internal.examine.Needs;
import org.nightjar.dispatch.internal.examine.TaskExamination;
import org.nightjar.dispatch.internal.lane.Job;
import org.nightjar.dispatch.internal.lane.Lane;
import org.nightjar.dispatch.internal.product.PixelPool;
import org.nightjar.dispatch.internal.product.SharedProducts;
import org.nightjar.store.WorkItem;

/**
 * The dispatcher's parts, put together.
 *
 * @param traffic the lanes
 * @param refill keeps them filled
 * @param clock watches calls
 */
record Workshop(Traffic traffic, Refill refill, CallClock clock) implements AutoCloseable {

  static Workshop open(Bus bus, Storage store, Surroundings around, Limits limits) {
    Function<WorkItem, Job> jobs = item -> new LedgerJob(item, store.ledger(), store.reports());
    Refill refill = new Refill(store.ledger(), jobs, limits.sweep());
    CallClock clock = new CallClock(limits.call(), limits.grace(), refill);
    Bench bench =
        new Bench(
            new SharedProducts(around.readers()),
            new PixelPool(limits.pixelBytes()),
            store.attachments(),
            around.profiles(),
            around.inference(),
            around.scratch(),
            around.clock(),
            limits.seed());
    Needs needs = new Needs(store.ledger(), store.reports(), store.products());
    Examiner examiner =
        new Examiner(new TaskExamination(bench, needs), store.reports(), clock, refill::pause);
    Traffic traffic =
        new Traffic(bus, refill, (task, low) -> new Lane(task, limits.lane(), examiner, low), jobs);
    return new Workshop(traffic, refill, clock);
  }

  @Override
  public void close() {
    traffic.close();
    clock.close();
    refill.close();
  }
}
