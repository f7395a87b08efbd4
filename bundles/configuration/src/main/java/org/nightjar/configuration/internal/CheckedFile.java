package org.nightjar.configuration.internal;

import java.util.List;
import java.util.Map;
import org.nightjar.api.error.Problem;

/**
 * The operator's file, checked.
 *
 * @param sections the sections without problems, with all their values, by persistent id
 * @param problems what is wrong, in the order of the lines
 */
record CheckedFile(Map<String, Values> sections, List<Problem> problems) {
  /** The values of a section, in the order of its settings. */
  record Values(Section section, List<Value> values) {
    Values {
      values = List.copyOf(values);
    }
  }

  CheckedFile {
    sections = Map.copyOf(sections);
    problems = List.copyOf(problems);
  }
}
