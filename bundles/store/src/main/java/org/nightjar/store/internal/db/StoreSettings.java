package org.nightjar.store.internal.db;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where reports and the ledger are kept. */
@ObjectClassDefinition(
    id = "org.nightjar.store",
    name = "Store",
    description = "Where reports and the ledger are kept")
public @interface StoreSettings {
  /** Empty for the embedded database, else a PostgreSQL URL. */
  @AttributeDefinition(
      required = false,
      description =
          "jdbc:postgresql://HOST/DATABASE; empty for an embedded database in the data folder")
  String url() default "";

  /** Name at PostgreSQL. */
  @AttributeDefinition(required = false, description = "name to log in with at PostgreSQL")
  String user() default "";

  /** Password at PostgreSQL. */
  @AttributeDefinition(
      required = false,
      type = AttributeType.PASSWORD,
      description = "password to log in with at PostgreSQL")
  String password() default "";

  /** Connections for reading; writing has one of its own. */
  @AttributeDefinition(
      min = "1",
      max = "64",
      description = "connections for reading; writing has one of its own")
  int connections() default 4;
}
