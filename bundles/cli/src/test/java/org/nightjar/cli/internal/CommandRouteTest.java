package org.nightjar.cli.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.http.Exchange;

class CommandRouteTest {
  private final FakeCommand check =
      FakeCommand.check(
          call -> {
            call.out().println("in " + call.directory());
            call.err().println("mind \"this\"");
            call.progress(1, 1, "done");
            call.out().print("no line end \u03b1");
            return call.cancelled() ? 0 : 1;
          });
  private final FakeSystem system =
      new FakeSystem()
          .with(check)
          .with(FakeCommand.named("run", call -> 0), Map.of("nightjar.command.local", true));
  private final CommandRoute route = new CommandRoute(system.runner);

  @Test
  void answersTravelAsLinesInTheirOrder() throws Exception {
    FakeExchange exchange = new FakeExchange("{\"args\":[\"check\",\"x\"],\"directory\":\"/in\"}");
    route.answer(exchange);
    assertThat(exchange.sent.toString(UTF_8))
        .isEqualTo(
            """
            {"out":"in /in\\n"}
            {"err":"mind \\"this\\"\\n"}
            {"out":"no line end \u03b1"}
            {"exit":1}
            """);
  }

  @Test
  void theBarTravelsToATerminal() throws Exception {
    FakeExchange exchange =
        new FakeExchange("{\"args\":[\"check\",\"x\"],\"directory\":\"/in\",\"terminal\":true}");
    route.answer(exchange);
    assertThat(exchange.sent.toString(UTF_8)).contains("{\"err\":\"\\r[####");
  }

  @Test
  void aClientThatHasGoneCancelsItsCommand() throws Exception {
    FakeExchange exchange = new FakeExchange("{\"args\":[\"check\",\"x\"],\"directory\":\"/in\"}");
    exchange.gone = true;
    route.answer(exchange);
    assertThat(exchange.sent.toString(UTF_8)).endsWith("{\"exit\":0}\n");
  }

  @Test
  void runIsRefused() throws Exception {
    FakeExchange exchange = new FakeExchange("{\"args\":[\"run\"],\"directory\":\"/\"}");
    route.answer(exchange);
    assertThat(exchange.sent.toString(UTF_8)).contains("CONFLICT").endsWith("{\"exit\":2}\n");
  }

  @Test
  void wrongRequestsAreRefusedBeforeAnythingRuns() {
    for (String wrong :
        new String[] {
          "",
          "[]",
          "{}",
          "{\"args\":\"check\",\"directory\":\"/\"}",
          "{\"args\":[1],\"directory\":\"/\"}",
          "{\"args\":[\"check\",\"x\"]}",
          "{\"args\":[\"check\",\"x\"],\"directory\":\"relative\"}",
          "{\"args\":[\"check\",\"x\"],\"directory\":\"\\u0000\"}",
          " ".repeat(1 << 21)
        }) {
      assertThatThrownBy(() -> route.answer(new FakeExchange(wrong)))
          .isInstanceOf(NightjarException.class);
    }
    assertThat(check.calls).isEmpty();
  }

  private static final class FakeExchange implements Exchange {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final String body;
    private boolean gone;

    FakeExchange(String body) {
      this.body = body;
    }

    @Override
    public String pathParameter(String name) {
      throw new IllegalArgumentException(name);
    }

    @Override
    public Optional<String> query(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }

    @Override
    public void answerHeader(String name, String value) {
      throw new IllegalStateException("the answer has no headers of its own");
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(body.getBytes(UTF_8));
    }

    @Override
    public void respond(int status, String contentType, byte[] content) {
      throw new IllegalStateException("the answer is a stream");
    }

    @Override
    public OutputStream stream(int status, String contentType) {
      assertThat(status).isEqualTo(200);
      return sent;
    }

    @Override
    public boolean gone() {
      return gone;
    }
  }
}
