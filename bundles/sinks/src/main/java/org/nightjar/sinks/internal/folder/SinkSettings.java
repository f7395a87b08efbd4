package org.nightjar.sinks.internal.folder;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A folder of results. */
@ObjectClassDefinition(
    id = "org.nightjar.sinks",
    name = "Sinks",
    description = "A folder into which reports are written while Nightjar runs as a server")
public @interface SinkSettings {
  /** Where; empty for nowhere. */
  @AttributeDefinition(
      required = false,
      description =
          "folder to write to, with a folder of each night in it; a relative one starts at the"
              + " data folder; empty for none")
  String folder() default "";

  /** What. */
  @AttributeDefinition(
      required = false,
      description = "formats to write, as 'nightjar reports --format' has them")
  String[] formats() default {"json", "html"};

  /** How often tables are written anew. */
  @AttributeDefinition(
      min = "0",
      max = "86400",
      description = "seconds between two writings of a night's tables, such as reports.jsonl")
  long tableSeconds() default 10;
}
