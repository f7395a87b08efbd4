package org.nightjar.sinks.internal.page;

import java.util.List;
import java.util.Locale;

/** A page in the making; whatever is given as text is escaped. */
final class Html {
  private final StringBuilder html = new StringBuilder();

  /** Adds markup as it is: only what this program itself wrote. */
  Html raw(String markup) {
    html.append(markup);
    return this;
  }

  Html text(String text) {
    html.append(escaped(text));
    return this;
  }

  /** Adds an element that holds a text. */
  Html element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">");
  }

  Html heads(List<String> titles) {
    raw("<thead><tr>");
    titles.forEach(title -> raw("<th scope=\"col\">").text(title).raw("</th>"));
    return raw("</tr></thead>\n");
  }

  Html number(double value) {
    return raw("<td class=\"number\">").text(digits(value)).raw("</td>");
  }

  /** Six digits; a whole number as such; a dash for what could not be measured. */
  static String digits(double value) {
    if (!Double.isFinite(value)) {
      return "\u2013";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  static String escaped(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
