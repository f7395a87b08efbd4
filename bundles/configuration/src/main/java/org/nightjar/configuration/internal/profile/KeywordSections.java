package org.nightjar.configuration.internal.profile;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nightjar.api.product.FactNames;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;

/** Sections {@code recognise} and {@code keywords}, which name FITS keywords. */
final class KeywordSections {
  private static final String ONE = "(?:[A-Z0-9_-]{1,8}|HIERARCH [!-*,-~ ]{1,60})";
  private static final Pattern KEYWORD = Pattern.compile(ONE);
  private static final Pattern KEYWORDS = Pattern.compile(ONE + "(?:\\+" + ONE + "){0,3}");
  private static final String ALLOWED =
      "Allowed: FITS keywords, up to 8 of A-Z, 0-9, - and _, or HIERARCH and a name";
  private static final Pattern ANYTHING = Pattern.compile(".{1,100}");

  private KeywordSections() {}

  /** Keywords, and the values that one of which each must have. */
  static Map<String, List<String>> recognise(Entries section) {
    Map<String, List<String>> recognise = new LinkedHashMap<>();
    for (Yaml.Field field : section.fields()) {
      if (!KEYWORD.matcher(field.key()).matches()) {
        section.note(field.line(), "recognise has '" + field.key() + "'", ALLOWED + ".");
      }
      List<String> values =
          section.texts(field.key(), ANYTHING, "Allowed: values of the keyword; * is anything.");
      if (values.isEmpty()) {
        section.note(
            field.line(),
            "recognise." + field.key() + " names no value",
            "Name the values that the keyword may have; '*' for any.");
      }
      recognise.put(field.key(), values);
    }
    return recognise;
  }

  /** For each fact, the keywords to look at. */
  static Map<String, List<String>> keywords(Entries section) {
    List<String> facts =
        Stream.of(FactNames.class.getFields()).map(field -> factName(field)).sorted().toList();
    Map<String, List<String>> keywords = new LinkedHashMap<>();
    for (Yaml.Field field : section.fields()) {
      if (!facts.contains(field.key())) {
        section.note(
            field.line(),
            "there is no fact '" + field.key() + "'",
            Suggestion.remedy(field.key(), facts));
      }
      keywords.put(
          field.key(),
          section.texts(field.key(), KEYWORDS, ALLOWED + "; A+B for the values of both."));
    }
    return keywords;
  }

  private static String factName(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e); // the constants of a public class
    }
  }
}
