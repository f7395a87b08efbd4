package org.nightjar.sinks.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.feed.Sink;
import org.nightjar.api.health.HealthStatus;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Report;
import org.nightjar.sinks.internal.Store;

class DeliveryTest {
  @TempDir Path data;
  private Store store;
  private Delivery delivery;

  @BeforeEach
  void open() throws NightjarException {
    store = new Store(data);
    delivery = new Delivery(store.deliveries, store.bus);
  }

  @AfterEach
  void close() {
    delivery.stop();
    store.close();
  }

  @Test
  void aForeignSinkGetsEveryReportOnceAndInOrder() throws Exception {
    Gathering sink = new Gathering("foreign");
    List<String> keys = file(0, 150);
    delivery.add(sink);
    delivery.start();
    await().until(() -> sink.keys.size() == 150);
    keys.addAll(file(150, 160));
    await().until(() -> sink.keys.size() == 160);
    assertThat(sink.keys).isEqualTo(keys);
    await().until(() -> store.deliveries.delivered("foreign") == 160);
    assertThat(delivery.check().status()).isEqualTo(HealthStatus.OK);
  }

  @Test
  void whatIsRefusedComesAgainAndNothingBehindItComesBefore() throws Exception {
    List<String> keys = file(0, 5);
    Gathering sink = new Gathering("foreign");
    sink.refused = keys.get(2);
    delivery.add(sink);
    delivery.start();
    await().until(() -> delivery.check().status() == HealthStatus.TEMPORARILY_UNAVAILABLE);
    assertThat(delivery.check().message()).contains("foreign is 3 behind", "closed for lunch");
    assertThat(sink.keys).isEqualTo(keys.subList(0, 2));
    sink.refused = "";
    await().until(() -> sink.keys.size() == 5);
    assertThat(sink.keys).isEqualTo(keys);
  }

  @Test
  void aSinkThatHangsDelaysNoOtherAndIsInterruptedAtTheEnd() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Gathering other = new Gathering("other");
    delivery.add(
        new Sink() {
          @Override
          public String name() {
            return "hanging";
          }

          @Override
          public void accept(FiledReport report) throws NightjarException {
            try {
              never.await();
            } catch (InterruptedException e) {
              throw NightjarException.of(StandardError.CANCELLED, "interrupted", "", "");
            }
          }
        });
    delivery.add(other);
    delivery.start();
    file(0, 20);
    await().until(() -> other.keys.size() == 20);
    assertThat(store.deliveries.delivered("hanging")).isZero();
  }

  @Test
  void aSinkThatComesLateOrGoesAndComesAgainGoesOnWhereItStopped() throws Exception {
    delivery.start();
    Gathering first = new Gathering("foreign");
    delivery.add(first);
    List<String> keys = file(0, 3);
    await().until(() -> store.deliveries.delivered("foreign") == 3);
    delivery.remove(first);
    keys.addAll(file(3, 6));
    Gathering second = new Gathering("foreign");
    delivery.add(second);
    await().until(() -> second.keys.size() == 3);
    assertThat(first.keys).isEqualTo(keys.subList(0, 3));
    assertThat(second.keys).isEqualTo(keys.subList(3, 6));
  }

  private List<String> file(int from, int to) throws NightjarException {
    List<String> keys = new ArrayList<>();
    for (int i = from; i < to; i++) {
      keys.add(store.file("/night/" + i + ".fits", "1", Report.builder().build()).key());
    }
    return keys;
  }

  private static final class Gathering implements Sink {
    private final String name;
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile String refused = "";

    Gathering(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void accept(FiledReport report) throws NightjarException {
      if (report.key().equals(refused)) {
        throw NightjarException.of(StandardError.UNAVAILABLE, "closed for lunch", "", "");
      }
      keys.add(report.key());
    }
  }
}
