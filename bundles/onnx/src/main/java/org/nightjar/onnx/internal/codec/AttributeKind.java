package org.nightjar.onnx.internal.codec;

import java.util.Arrays;
import java.util.Optional;

/** The types of attributes that are spelled out, each with the one field that holds its value. */
enum AttributeKind {
  REAL(1, 2),
  INT(2, 3),
  TEXT(3, 4),
  TENSOR(4, 5),
  GRAPH(5, 6),
  REALS(6, 7),
  INTS(7, 8),
  TEXTS(8, 9),
  TENSORS(9, 10),
  GRAPHS(10, 11);

  private final int number;
  private final int field;

  AttributeKind(int number, int field) {
    this.number = number;
    this.field = field;
  }

  int number() {
    return number;
  }

  int field() {
    return field;
  }

  static Optional<AttributeKind> of(long number) {
    return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
  }
}
