package org.nightjar.itests.runtime.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * A command line small enough to test the launcher with: {@code echo STATUS WORD...} prints and
 * ends; {@code run} works until it is told to stop, and then finishes one piece of work, leaving
 * the file {@code drained} in the data folder.
 */
public final class EchoActivator implements BundleActivator, ToIntFunction<String[]> {
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean running;
  private Path data;

  @Override
  public void start(BundleContext context) {
    data = Path.of(context.getProperty("nightjar.data"));
    Dictionary<String, Object> role =
        FrameworkUtil.asDictionary(Map.of("nightjar.role", "command-line"));
    context.registerService(ToIntFunction.class, this, role);
  }

  @Override
  public void stop(BundleContext context) throws InterruptedException {
    stopping.countDown();
    if (running) {
      finished.await();
    }
  }

  @Override
  public int applyAsInt(String[] args) {
    if (args[0].equals("echo")) {
      System.out.println(String.join(" ", Arrays.asList(args).subList(2, args.length)));
      return Integer.parseInt(args[1]);
    }
    running = true;
    System.out.println("running");
    try {
      stopping.await();
      Files.writeString(data.resolve("drained"), "the last piece of work");
      return 0;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 2;
    } finally {
      finished.countDown();
    }
  }
}
