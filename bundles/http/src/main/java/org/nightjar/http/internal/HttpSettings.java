package org.nightjar.http.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code http} of the operator's file. */
@ObjectClassDefinition(
    name = "HTTP",
    description =
        "How the command line, and later the console, reach a running server. What changes here"
            + " counts from the next start.")
@interface HttpSettings {
  /** Persistent id. */
  String PID = "org.nightjar.http";

  /** Address to listen on. */
  @AttributeDefinition(
      description =
          "Address to listen on. 127.0.0.1 is reached from this machine alone; any other lets"
              + " others try, who then need the token of the data folder.")
  String host() default "127.0.0.1";

  /** Port to listen on. */
  @AttributeDefinition(
      min = "0",
      max = "65535",
      description = "Port to listen on; 0 takes a free one, which run/server.json then names.")
  int port() default 0;

  /** Largest request body. */
  @AttributeDefinition(min = "1", max = "1048576", description = "Largest request body, MiB.")
  int maxBodyMegabytes() default 64;
}
