package org.nightjar.http.internal;

import java.io.IOException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.http.Exchange;
import org.nightjar.http.Route;

/** A route whose answer is a lambda. */
record TestRoute(String method, String path, Answer answer) implements Route {
  interface Answer {
    void to(Exchange exchange) throws NightjarException, IOException, InterruptedException;
  }

  @Override
  public void answer(Exchange exchange)
      throws NightjarException, IOException, InterruptedException {
    answer.to(exchange);
  }
}
