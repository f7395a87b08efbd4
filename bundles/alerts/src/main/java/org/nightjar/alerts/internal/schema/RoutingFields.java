package org.nightjar.alerts.internal.schema;

import java.util.Locale;
import java.util.Set;

/** Fields that facts for routing are made of, whatever record they stand in. */
final class RoutingFields {
  private static final Set<String> NAMES =
      Set.of(
          "alertid",
          "band",
          "candid",
          "dec",
          "diaobjectid",
          "diasourceid",
          "fid",
          "filter",
          "filtername",
          "jd",
          "midpointmjdtai",
          "mjd",
          "objectid",
          "programid",
          "publisher",
          "ra",
          "schemavsn",
          "sources",
          "ssobjectid");

  private static final Set<String> RECORDS = Set.of("", "candidate.", "diaSource.");

  private RoutingFields() {}

  static boolean wanted(String name) {
    int dot = name.lastIndexOf('.') + 1;
    return RECORDS.contains(name.substring(0, dot))
        && NAMES.contains(name.substring(dot).toLowerCase(Locale.ROOT));
  }
}
