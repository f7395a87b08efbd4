package org.nightjar.intake.internal.folder;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Watched folders. */
@ObjectClassDefinition(
    id = "org.nightjar.intake",
    name = "Intake",
    description = "Folders that are watched for new files while Nightjar runs as a server")
public @interface FolderSettings {
  /** Folders to watch. */
  @AttributeDefinition(
      required = false,
      description = "folders to watch; relative ones start at the data folder")
  String[] watch() default {};

  /** Whether files in folders below count. */
  @AttributeDefinition(description = "whether files in folders below are taken too")
  boolean subfolders() default false;

  /** Time between two looks. */
  @AttributeDefinition(
      min = "50",
      max = "3600000",
      description = "milliseconds between two looks at a folder")
  long pollMilliseconds() default 500;

  /** How long a file must rest. */
  @AttributeDefinition(
      min = "1",
      max = "1000",
      description =
          "at how many looks in a row a file must have the same size and time before it is taken;"
              + " give large files time, or write them beside and rename them")
  int settleLooks() default 3;

  /** How urgent. */
  @AttributeDefinition(
      description = "how urgent the products are",
      options = {
        @Option(label = "live", value = "live"),
        @Option(label = "interactive", value = "interactive"),
        @Option(label = "bulk", value = "bulk")
      })
  String priority() default "live";
}
