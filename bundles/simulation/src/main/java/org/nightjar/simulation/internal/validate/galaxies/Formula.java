package org.nightjar.simulation.internal.validate.galaxies;

import java.util.function.DoubleUnaryOperator;

/**
 * A formula of one variable as people write it: + - * / ^, exp, round and square brackets, and
 * products without a sign. Nothing else, so that a file of cases stays data.
 */
final class Formula {
  private static final int DEEPEST = 64;

  private final String text;
  private final String variable;
  private int at;
  private int depth;

  private Formula(String text, String variable) {
    this.text = text.replaceAll("\\s+", " ").trim();
    this.variable = variable;
  }

  /**
   * Reads a formula.
   *
   * @param variable its name
   */
  static DoubleUnaryOperator of(String text, String variable) throws UnknownException {
    Formula formula = new Formula(text, variable);
    DoubleUnaryOperator whole = formula.sum();
    if (formula.peek() != 0) {
      throw formula.unknown();
    }
    return whole;
  }

  private DoubleUnaryOperator sum() throws UnknownException {
    DoubleUnaryOperator left = product();
    while (peek() == '+' || peek() == '-') {
      boolean plus = text.charAt(at++) == '+';
      DoubleUnaryOperator before = left;
      DoubleUnaryOperator right = product();
      left =
          plus
              ? x -> before.applyAsDouble(x) + right.applyAsDouble(x)
              : x -> before.applyAsDouble(x) - right.applyAsDouble(x);
    }
    return left;
  }

  private DoubleUnaryOperator product() throws UnknownException {
    DoubleUnaryOperator left = signed();
    while (true) {
      DoubleUnaryOperator before = left;
      char next = peek();
      if (next == '/') {
        at++;
        DoubleUnaryOperator right = signed();
        left = x -> before.applyAsDouble(x) / right.applyAsDouble(x);
      } else if (next == '*' || startsValue(next)) {
        at += next == '*' ? 1 : 0;
        DoubleUnaryOperator right = signed();
        left = x -> before.applyAsDouble(x) * right.applyAsDouble(x);
      } else {
        return left;
      }
    }
  }

  private static boolean startsValue(char c) {
    return c == '(' || c == '[' || c == '.' || Character.isLetterOrDigit(c);
  }

  private DoubleUnaryOperator signed() throws UnknownException {
    if (peek() == '-') {
      at++;
      DoubleUnaryOperator value = signed();
      return x -> -value.applyAsDouble(x);
    }
    DoubleUnaryOperator base = value();
    if (peek() != '^') {
      return base;
    }
    at++;
    DoubleUnaryOperator exponent = signed();
    return x -> Math.pow(base.applyAsDouble(x), exponent.applyAsDouble(x));
  }

  private DoubleUnaryOperator value() throws UnknownException {
    char next = peek();
    if (next == '(' || next == '[') {
      return bracket();
    }
    if (next == '.' || Character.isDigit(next)) {
      double number = number();
      return x -> number;
    }
    int from = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String word = text.substring(from, at);
    if (word.equals(variable)) {
      return x -> x;
    }
    if (word.equals("exp") && (peek() == '(' || peek() == '[')) {
      DoubleUnaryOperator of = bracket();
      return x -> Math.exp(of.applyAsDouble(x));
    }
    throw unknown();
  }

  private DoubleUnaryOperator bracket() throws UnknownException {
    if (++depth > DEEPEST) {
      throw unknown();
    }
    char close = text.charAt(at++) == '(' ? ')' : ']';
    DoubleUnaryOperator inside = sum();
    if (peek() != close) {
      throw unknown();
    }
    at++;
    depth--;
    return inside;
  }

  private double number() throws UnknownException {
    int from = at;
    while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int end = at;
    if (at < text.length() && "eE".indexOf(text.charAt(at)) >= 0) {
      at++;
      at += at < text.length() && "+-".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
      int digits = at;
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++;
      }
      at = at == digits ? end : at;
    }
    try {
      return Double.parseDouble(text.substring(from, at));
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  /** The next character that is no blank; 0 at the end. */
  private char peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private UnknownException unknown() {
    return new UnknownException("no formula at character " + at + ": " + text);
  }
}
