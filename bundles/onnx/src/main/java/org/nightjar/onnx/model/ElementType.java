package org.nightjar.onnx.model;

import java.util.Optional;

/** What a tensor is made of: the names and numbers of {@code TensorProto.DataType}. */
public enum ElementType {
  /** Not said. */
  UNDEFINED(0, 0),
  /** IEEE 754 single precision. */
  FLOAT(1, 32),
  /** Bytes from 0 to 255. */
  UINT8(2, 8),
  /** Bytes from -128 to 127. */
  INT8(3, 8),
  /** Two bytes without a sign. */
  UINT16(4, 16),
  /** Two bytes with a sign. */
  INT16(5, 16),
  /** Four bytes with a sign. */
  INT32(6, 32),
  /** Eight bytes with a sign. */
  INT64(7, 64),
  /** Texts; their tensors carry no {@link Tensor#data()} here. */
  STRING(8, 0),
  /** 0 or 1 in a byte. */
  BOOL(9, 8),
  /** IEEE 754 half precision. */
  FLOAT16(10, 16),
  /** IEEE 754 double precision. */
  DOUBLE(11, 64),
  /** Four bytes without a sign. */
  UINT32(12, 32),
  /** Eight bytes without a sign. */
  UINT64(13, 64),
  /** Two floats. */
  COMPLEX64(14, 64),
  /** Two doubles. */
  COMPLEX128(15, 128),
  /** The upper half of a float. */
  BFLOAT16(16, 16),
  /** Eight bits: 4 of exponent, 3 of mantissa. */
  FLOAT8E4M3FN(17, 8),
  /** Eight bits: 4 of exponent, 3 of mantissa, without a negative zero. */
  FLOAT8E4M3FNUZ(18, 8),
  /** Eight bits: 5 of exponent, 2 of mantissa. */
  FLOAT8E5M2(19, 8),
  /** Eight bits: 5 of exponent, 2 of mantissa, without a negative zero. */
  FLOAT8E5M2FNUZ(20, 8),
  /** From 0 to 15, two to a byte. */
  UINT4(21, 4),
  /** From -8 to 7, two to a byte. */
  INT4(22, 4),
  /** Four bits: 2 of exponent, 1 of mantissa, two to a byte. */
  FLOAT4E2M1(23, 4),
  /** A power of two. */
  FLOAT8E8M0(24, 8),
  /** From 0 to 3, four to a byte. */
  UINT2(25, 2),
  /** From -2 to 1, four to a byte. */
  INT2(26, 2);

  private final int number;
  private final int bits;

  ElementType(int number, int bits) {
    this.number = number;
    this.bits = bits;
  }

  /** The number in the file. */
  public int number() {
    return number;
  }

  /** Bits of one element; 0 where elements have no fixed size. */
  public int bits() {
    return bits;
  }

  /**
   * Bytes of so many elements, the last one filled up.
   *
   * @throws ArithmeticException beyond what a long holds
   */
  public long bytes(long elements) {
    return bits % 8 == 0
        ? Math.multiplyExact(elements, bits / 8)
        : Math.addExact(Math.multiplyExact(elements, bits), 7) / 8;
  }

  /** The type of this number. */
  public static Optional<ElementType> of(long number) {
    return number < 0 || number >= values().length
        ? Optional.empty()
        : Optional.of(values()[(int) number]);
  }
}
