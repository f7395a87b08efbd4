package org.nightjar.inference.internal.schedule;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Prediction;

/**
 * The future of a request. Whoever waits for it is woken by the worker itself; what a plugin hangs
 * on it runs in another thread, so that it never holds up a batch. Without that, either every
 * answer would cost a change of threads more, or a plugin's callback could stop the device.
 */
public final class Answer extends CompletableFuture<Prediction> {
  private final Executor callbacks;
  private final CountDownLatch known = new CountDownLatch(1);
  private final AtomicBoolean settled = new AtomicBoolean();
  private final AtomicReference<Recourse> recourse = new AtomicReference<>(Recourse.NONE);
  private volatile Consumer<Prediction> witness = value -> {};
  private volatile Consumer<Optional<Prediction>> over = value -> {};
  private volatile Prediction prediction;
  private volatile Throwable failure;
  private volatile Runnable withdraw = () -> {};

  /**
   * An answer that is not there yet.
   *
   * @param callbacks runs what is hung on the future
   */
  public Answer(Executor callbacks) {
    this.callbacks = callbacks;
  }

  /** What can be done before a failure is told. */
  @FunctionalInterface
  public interface Recourse {
    /** Nothing. */
    Recourse NONE = reason -> true;

    /**
     * Takes note of a failure. Called by whoever found it, so it must not take long.
     *
     * @return true if that is the end of it; false if the answer will be given, or failed for good,
     *     in another way
     */
    boolean accept(NightjarException reason);
  }

  /** Says what to do with the first failure. */
  public void beforeFailing(Recourse how) {
    recourse.set(how);
  }

  /** Says whom to tell when the answer has been given. Called by the worker: must not take long. */
  public void onGiven(Consumer<Prediction> who) {
    witness = who;
  }

  /**
   * Says whom to tell that this is over, before those who wait hear of it. Called by the worker:
   * must not take long.
   *
   * @param who gets the answer, or nothing if there is none
   */
  public void onOver(Consumer<Optional<Prediction>> who) {
    over = who;
  }

  /** Says what to do when the answer is not wanted any more. */
  public void onCancel(Runnable action) {
    withdraw = action;
    if (isCancelled()) {
      action.run();
    }
  }

  /**
   * Gives the answer.
   *
   * @return false, without effect, if it was given before or is not wanted any more
   */
  public boolean give(Prediction value) {
    if (isDone() || !settled.compareAndSet(false, true)) {
      return false;
    }
    prediction = value;
    over.accept(Optional.of(value));
    settle();
    witness.accept(value);
    return true;
  }

  /**
   * Gives the reason why there is no answer.
   *
   * @return false, without effect, if there was an answer before or none is wanted any more
   */
  public boolean fail(NightjarException reason) {
    if (isDone()) {
      return false;
    }
    Recourse last = recourse.getAndSet(Recourse.NONE);
    if (!last.accept(reason)) {
      return false;
    }
    return failForGood(reason);
  }

  /** Gives the reason why there is no answer, whatever could still be tried. */
  public boolean failForGood(NightjarException reason) {
    if (isDone() || !settled.compareAndSet(false, true)) {
      return false;
    }
    failure = reason;
    over.accept(Optional.empty());
    settle();
    return true;
  }

  private void settle() {
    known.countDown();
    if (getNumberOfDependents() == 0) {
      finish();
    } else {
      callbacks.execute(this::finish);
    }
  }

  private void finish() {
    if (failure != null) {
      completeExceptionally(failure);
    } else if (prediction != null) {
      complete(prediction);
    }
  }

  @Override
  public boolean complete(Prediction value) {
    boolean first = super.complete(value);
    known.countDown();
    return first;
  }

  @Override
  public boolean completeExceptionally(Throwable reason) {
    boolean first = super.completeExceptionally(reason);
    known.countDown();
    return first;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (!settled.compareAndSet(false, true)) {
      return isCancelled();
    }
    super.cancel(mayInterruptIfRunning);
    known.countDown();
    over.accept(Optional.empty());
    withdraw.run();
    return true;
  }

  @Override
  public Prediction get() throws InterruptedException, ExecutionException {
    if (!isDone()) {
      known.await();
      finish();
    }
    return super.get();
  }

  @Override
  public Prediction get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!isDone()) {
      if (!known.await(timeout, unit)) {
        throw new TimeoutException();
      }
      finish();
    }
    return super.get();
  }

  @Override
  public Prediction join() {
    try {
      return get();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException interrupted = new CancellationException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
