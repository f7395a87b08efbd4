package org.nightjar.bus.internal;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/**
 * Hands immutable objects over by reference. Registered once, for all types: a codec per class
 * would pin the class and refuse its next version.
 */
final class ReferenceCodec implements MessageCodec<Object, Object> {
  static final String NAME = "nightjar.reference";

  @Override
  public Object transform(Object message) {
    return message;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }

  @Override
  public void encodeToWire(Buffer buffer, Object message) {
    throw new UnsupportedOperationException("the bus is local");
  }

  @Override
  public Object decodeFromWire(int position, Buffer buffer) {
    throw new UnsupportedOperationException("the bus is local");
  }
}
